import { capitalised, formatDate, formatDateTime } from '../../../shared/british.ts';
import type { Output } from '../../../shared/contract.ts';
import type { RequirementState } from '../../../shared/domain/gateway.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusTag, type StatusTone } from '../../ui/status-tag.tsx';

export type Preparation = Output<'preparation.get'>;
export type Gateway = Preparation['gateway'];
export type Requirement = Gateway['requirements'][number];

/** Whether there is a gateway before the assessment; reformed plans may have theirs at the end alone. */
export const hasGateway = ({ requirements, bar, confirmed }: Gateway): boolean =>
  requirements.length > 0 || bar !== null || confirmed !== null;

const states: Readonly<Record<RequirementState | 'open', { readonly tone: StatusTone; readonly word: string }>> = {
  open: { tone: 'open', word: 'Not recorded' },
  met: { tone: 'met', word: 'Met' },
  notMet: { tone: 'not-met', word: 'Not met' },
  notApplicable: { tone: 'neutral', word: 'Does not apply' },
};

interface GatewaySectionProps {
  readonly preparation: Preparation;
  /** A session was begun already, so the requirements are folded. */
  readonly isStarted: boolean;
  readonly onRecord: (requirement: Requirement) => void;
  readonly onConfirm: () => void;
  readonly onUnlock: () => void;
}

/** The gateway: what the plan asks for before the assessment, how each of it was found, and the confirmation that locks it. */
export function GatewaySection({ preparation, isStarted, onRecord, onConfirm, onUnlock }: GatewaySectionProps) {
  const { gateway } = preparation;
  const { requirements, confirmed, obstacles } = gateway;
  const recorded = requirements.filter(({ record }) => record !== null).length;
  return (
    <Section
      title={capitalised(gateway.title)}
      aside={
        confirmed ? (
          <Button onPress={onUnlock}>Unlock…</Button>
        ) : (
          <Button onPress={onConfirm} isDisabled={obstacles.length > 0}>
            Confirm the gateway…
          </Button>
        )
      }
    >
      <GatewayState preparation={preparation} />
      {requirements.length > 0 ? (
        <Disclosure
          title="Requirements"
          note={`${recorded} of ${requirements.length} recorded`}
          isOpenAtFirst={!confirmed && !isStarted}
        >
          <ul className="gateway-requirements">
            {requirements.map(requirement => (
              <RequirementLine
                key={requirement.key}
                requirement={requirement}
                onRecord={confirmed ? null : () => onRecord(requirement)}
              />
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </Section>
  );
}

function GatewayState({ preparation: { gateway, periodEnd } }: { readonly preparation: Preparation }) {
  const { confirmed, unlocked, bar, obstacles } = gateway;
  const lastUnlocked = unlocked.at(-1);
  return (
    <div className="gateway-state">
      <StatusTag {...(confirmed ? { tone: 'locked', word: 'Confirmed' } : { tone: 'open', word: 'Not confirmed' })} />
      <div className="prose">
        {confirmed ? (
          <p>
            Passed on {formatDate(confirmed.passedOn)}.{' '}
            {periodEnd
              ? `The assessment period ends on ${formatDate(periodEnd)}.`
              : 'The plan leaves the assessment period open.'}
          </p>
        ) : (
          <p>
            {bar ? `${bar.message} ` : ''}
            {obstacles.length === 0 ? 'Everything is settled: it can be confirmed.' : null}
          </p>
        )}
        {confirmed ? (
          <p className="muted small">
            Confirmed and locked by {confirmed.by}, {formatDateTime(confirmed.at)}
          </p>
        ) : lastUnlocked ? (
          <p className="muted small">
            Unlocked by {lastUnlocked.by}, {formatDateTime(lastUnlocked.at)}: {lastUnlocked.reason}
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** What was recorded of a requirement before, folded away. */
function EarlierRecords({ earlier }: Pick<Requirement, 'earlier'>) {
  if (earlier.length === 0) return null;
  return (
    <Disclosure title="Recorded before" note={earlier.length} level={4}>
      <ul className="small">
        {earlier.map(({ until, state, evidence, confirmedBy, confirmedOn }) => (
          <li key={until}>
            {states[state].word}
            {evidence ? `: ${evidence.replace(/\.$/, '')}` : ''}. {confirmedBy}, {formatDate(confirmedOn)}; until{' '}
            {formatDateTime(until)}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

interface RequirementLineProps {
  readonly requirement: Requirement;
  readonly onRecord: (() => void) | null;
}

function RequirementLine({ requirement, onRecord }: RequirementLineProps) {
  const { title, mandatory, record, evidenceWanted } = requirement;
  return (
    <li className="gateway-requirement">
      <div className="gateway-words">
        <p>
          <span className="strong">{title}</span>
          {mandatory ? null : <span className="muted"> (where it applies)</span>}
        </p>
        {record ? (
          <p className="prose small">
            {record.evidence ? `${record.evidence.replace(/\.$/, '')}. ` : ''}
            <span className="muted">
              {record.confirmedBy}, {formatDate(record.confirmedOn)}
            </span>
          </p>
        ) : evidenceWanted ? (
          <p className="prose small muted">Evidence: {evidenceWanted}</p>
        ) : null}
        <EarlierRecords earlier={requirement.earlier} />
      </div>
      <div className="row">
        <StatusTag {...states[record?.state ?? 'open']} />
        {onRecord ? (
          <Button size="dense" aria-label={`${record ? 'Change' : 'Record'}: ${title}`} onPress={onRecord}>
            {record ? 'Change…' : 'Record…'}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
