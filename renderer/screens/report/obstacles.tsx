import { CircleDashed, TriangleAlert } from 'lucide-react';
import type { ReportSubject } from '../../../shared/contract/shapes.ts';
import { navigate, type Route } from '../../routes.ts';
import { markDescriptor } from '../judge/last-descriptor.ts';
import { wantPlace } from '../session/wanted-place.ts';
import type { ReportView } from './signing-panel.tsx';

type Obstacle = ReportView['obstacles'][number];

interface ObstaclesProps {
  readonly view: ReportView;
  readonly subject: ReportSubject;
}

/** What still blocks signing and what may be worth a look, each leading to its place. */
export function Obstacles({ view, subject }: ObstaclesProps) {
  const blocking = view.obstacles.filter(({ severity }) => severity === 'blocks');
  const hints = view.obstacles.filter(({ severity }) => severity === 'hint');
  return (
    <>
      {blocking.length > 0 ? (
        <section className="obstacles" aria-label="What blocks signing" data-blocking>
          <h3 className="signing-title">Before it can be signed</h3>
          <ObstacleList obstacles={blocking} view={view} subject={subject} />
        </section>
      ) : null}
      {hints.length > 0 ? (
        <section className="obstacles" aria-label="Worth a look">
          <h3 className="signing-title">Worth a look</h3>
          <ObstacleList obstacles={hints} view={view} subject={subject} />
        </section>
      ) : null}
    </>
  );
}

function ObstacleList({ obstacles, view, subject }: ObstaclesProps & { readonly obstacles: ReportView['obstacles'] }) {
  return (
    <ul>
      {obstacles.map(obstacle => {
        const Icon = obstacle.severity === 'blocks' ? TriangleAlert : CircleDashed;
        return (
          <li key={`${obstacle.rule}${obstacle.message}`}>
            <Icon size={14} aria-hidden />
            <button
              type="button"
              className="obstacle-link"
              onClick={() => {
                if (subject.kind === 'method' && obstacle.descriptorKey) {
                  markDescriptor(subject.sessionId, obstacle.descriptorKey);
                }
                if (subject.kind === 'method' && obstacle.noteId)
                  wantPlace(subject.sessionId, { noteId: obstacle.noteId });
                if (subject.kind === 'method' && obstacle.rule === 'namesNotChecked')
                  wantPlace(subject.sessionId, 'names');
                navigate(placeOf(obstacle, view, subject));
              }}
            >
              {obstacle.message}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** What is put right in the session itself. */
const inSession = new Set(['notClosed', 'stopNotRecorded', 'withheld', 'namesNotChecked']);

/** Where an obstacle is put right. */
function placeOf({ rule, noteId, descriptorKey }: Obstacle, view: ReportView, subject: ReportSubject): Route {
  if (subject.kind === 'overall') return { page: 'assessment', id: view.assessmentId };
  const isOfSession = inSession.has(rule) || noteId !== undefined || (rule === 'nameInReport' && !descriptorKey);
  return isOfSession ? { page: 'session', id: subject.sessionId } : { page: 'judge', sessionId: subject.sessionId };
}
