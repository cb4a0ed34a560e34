import { withoutTrailingCodes } from '../../../shared/domain/ksb-codes-typed.ts';
import type { Descriptor } from '../../../shared/domain/plan.ts';
import { valueAt, withAt } from '../../../shared/domain/plan-edits.ts';
import type { PlanPlace } from '../../../shared/domain/plan-finding.ts';
import { TextArea } from '../../ui/text-field.tsx';
import { Place, usePlace } from './place.tsx';
import { usePlanDesk } from './plan-desk.ts';

/** The words of a descriptor. Codes in brackets at its end, as plans print them, go over to its KSBs when the field is left. */
export function DescriptorText({ place }: { readonly place: PlanPlace }) {
  const { change } = usePlanDesk();
  const { value, error, isOpen, set } = usePlace([...place, 'text']);
  const settle = (): void => {
    const { text, codes } = withoutTrailingCodes(String(value ?? ''));
    if (codes.length === 0) return;
    change([...place, 'text'], before => {
      const descriptor = valueAt(before, place) as Descriptor;
      return withAt(before, place, { ...descriptor, text, ksbs: [...new Set([...descriptor.ksbs, ...codes])] });
    });
  };
  return (
    <Place place={[...place, 'text']} isOpen={isOpen}>
      <TextArea
        label="Text"
        rows={2}
        placeholder="As the plan has it; codes in brackets at its end are recognised."
        value={String(value ?? '')}
        onChange={text => set(text, true)}
        onBlur={settle}
        error={error}
      />
    </Place>
  );
}
