import { useState } from 'react';
import { formatList } from '../../../shared/british.ts';
import { typedKsbCodes } from '../../../shared/domain/ksb-codes-typed.ts';
import type { PlanPlace } from '../../../shared/domain/plan-finding.ts';
import { KsbChip, KsbList } from '../../ui/ksb-chip.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { Place, usePlace } from './place.tsx';
import { usePlanDesk } from './plan-desk.ts';

interface KsbsAtProps {
  readonly place: PlanPlace;
  readonly label?: string;
  readonly description?: string;
  readonly isOptional?: boolean;
}

/** KSB codes, recognised as they are typed (`K1, K3-K5 and S2`); words that are no code, and codes that the standard does not have, are told. */
export function KsbsAt({ place, label, description, isOptional = false }: KsbsAtProps) {
  const { framework, ksbs } = usePlanDesk();
  const { value, name, error, isOpen, set } = usePlace(place);
  const codes = Array.isArray(value) ? (value as readonly string[]) : [];
  const [typed, setTyped] = useState<string>();
  const read = typedKsbCodes(typed ?? '');
  const isCurrent = typed !== undefined && read.codes.join() === codes.join();
  const texts = new Map(ksbs.map(ksb => [ksb.code, ksb.text]));
  const type = (text: string): void => {
    setTyped(text);
    const next = typedKsbCodes(text).codes;
    if (next.join() !== codes.join()) set(isOptional && next.length === 0 ? undefined : [...next], true);
  };
  const notUnderstood = isCurrent ? read.notUnderstood : [];
  const unknown = codes.filter(code => !texts.has(code));
  const told = [
    ...(notUnderstood.length > 0 ? [`Not understood as a code: ${formatList(notUnderstood)}.`] : []),
    ...(unknown.length > 0 ? [`${framework.reference} has no ${formatList(unknown)}.`] : []),
    ...(error && unknown.length === 0 ? [error] : []),
  ];
  return (
    <Place place={place} isOpen={isOpen}>
      <TextArea
        label={label ?? name}
        {...(description ? { description } : {})}
        {...(isOptional ? { isOptional } : {})}
        rows={1}
        mostRows={6}
        placeholder="K1, K3-K5 and S2"
        value={isCurrent ? typed : codes.join(', ')}
        onChange={type}
        onBlur={() => {
          if (notUnderstood.length === 0) setTyped(undefined);
        }}
        error={told.length > 0 ? told.join(' ') : null}
      />
      {codes.length > 0 ? (
        <KsbList>
          {codes.map(code => (
            <KsbChip key={code} code={code} text={texts.get(code)} />
          ))}
        </KsbList>
      ) : null}
    </Place>
  );
}
