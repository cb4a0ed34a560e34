import { formatDate } from '../../../shared/british.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import type { Preparation } from './gateway-section.tsx';

export type Adjustment = Preparation['adjustments'][number];

const kinds = {
  reasonableAdjustment: 'Reasonable adjustment',
  specialConsideration: 'Special consideration',
} as const;

interface AdjustmentsSectionProps {
  readonly adjustments: readonly Adjustment[];
  readonly methods: readonly { readonly key: string; readonly name: string }[];
  readonly onRecord: () => void;
  readonly onWithdraw: (adjustment: Adjustment) => void;
}

/** What was agreed for the apprentice: reasonable adjustments before, special considerations for an event on the day. */
export function AdjustmentsSection({ adjustments, methods, onRecord, onWithdraw }: AdjustmentsSectionProps) {
  const nameOf = (key: string | null): string =>
    key === null ? 'every method' : (methods.find(method => method.key === key)?.name ?? key).toLowerCase();
  return (
    <Section title="Adjustments and considerations" aside={<Button onPress={onRecord}>Record one…</Button>}>
      {adjustments.length === 0 ? (
        <p className="muted prose">
          None recorded. A reasonable adjustment is agreed before; a special consideration is for an event on the day.
        </p>
      ) : (
        <ul className="adjustments">
          {adjustments.map(adjustment => (
            <li className="adjustment" key={adjustment.id}>
              <p className="row row-apart">
                <span className="strong">{kinds[adjustment.kind]}</span>
                {adjustment.withdrawnReason === null ? (
                  <Button
                    tone="quiet"
                    size="dense"
                    aria-label={`Withdraw: ${adjustment.what}`}
                    onPress={() => onWithdraw(adjustment)}
                  >
                    Withdraw…
                  </Button>
                ) : (
                  <StatusTag tone="neutral" word="Withdrawn" />
                )}
              </p>
              <p className="prose">
                {adjustment.what}
                {adjustment.extraTimePercent > 0 ? `; ${adjustment.extraTimePercent} % extra time` : ''}
              </p>
              <p className="small muted">
                For {nameOf(adjustment.methodKey)}. Agreed by {adjustment.agreedBy}, {formatDate(adjustment.agreedOn)}
                {adjustment.withdrawnReason === null ? '' : `. Withdrawn: ${adjustment.withdrawnReason}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
