import { useState } from 'react';
import { formatCount } from '../../../shared/british.ts';
import { withoutTrailingCodes } from '../../../shared/domain/ksb-codes-typed.ts';
import { type Descriptor, descriptorsOf, type Method } from '../../../shared/domain/plan.ts';
import { freshKey } from '../../../shared/domain/plan-blank.ts';
import { valueAt } from '../../../shared/domain/plan-edits.ts';
import type { PlanPlace } from '../../../shared/domain/plan-finding.ts';
import { Button } from '../../ui/button.tsx';
import { SegmentedChoice } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { usePlanDesk } from './plan-desk.ts';

interface PastedDescriptorsProps {
  /** The list of descriptors that they are added to. */
  readonly place: PlanPlace;
  readonly method: Method;
  readonly count: number;
}

/** Adds several descriptors at once from text that was copied from the published plan: one a line, with its codes in brackets at the end. */
export function PastedDescriptors({ place, method, count }: PastedDescriptorsProps) {
  const { plan, set } = usePlanDesk();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [grade, setGrade] = useState<Descriptor['grade']>('pass');
  const lines = text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
  const add = (): void => {
    const taken: { key: string }[] = descriptorsOf(method).map(({ descriptor }) => ({ key: descriptor.key }));
    const added = lines.map((line): Descriptor => {
      const key = freshKey('descriptor', taken);
      taken.push({ key });
      const { text: words, codes } = withoutTrailingCodes(line);
      return { key, grade, text: words, ksbs: [...codes] };
    });
    set(place, [...((valueAt(plan, place) as readonly Descriptor[]) ?? []), ...added]);
    setText('');
    setOpen(false);
  };
  return (
    <div>
      <Button size="dense" tone="quiet" onPress={() => setOpen(true)}>
        {count === 0 ? 'Paste descriptors' : 'Paste more descriptors'}
      </Button>
      <Dialog
        title="Paste descriptors"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onPress={() => setOpen(false)}>Cancel</Button>
            <Button tone="primary" isDisabled={lines.length === 0} onPress={add}>
              Add {formatCount(lines.length, 'descriptor')}
            </Button>
          </>
        }
      >
        <div className="stack">
          <SegmentedChoice
            label="Grade"
            segments={[
              { id: 'pass', word: 'Pass' },
              { id: 'distinction', word: 'Distinction' },
            ]}
            value={grade}
            onChange={setGrade}
          />
          <TextArea
            label="Descriptors"
            description="One a line, its KSB codes in brackets at the end: Explains how a concern is recorded. (K6, S7)"
            rows={6}
            value={text}
            onChange={setText}
          />
        </div>
      </Dialog>
    </div>
  );
}
