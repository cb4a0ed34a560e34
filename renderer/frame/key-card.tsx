import { type ActionContext, availableActions } from '../actions.ts';
import { Dialog } from '../ui/dialog.tsx';
import { KeyHint, keyWords } from '../ui/key-hint.tsx';

interface KeyCardProps {
  readonly context: ActionContext;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Every key that works on the page in view, by section. */
export function KeyCard({ context, isOpen, onClose }: KeyCardProps) {
  return (
    <Dialog title="Keys on this page" isOpen={isOpen} onClose={onClose} size="wide">
      <KeyColumns context={context} />
    </Dialog>
  );
}

const everywhere: readonly (readonly [string, string])[] = [
  ['Tab', 'Next field or button'],
  ['ArrowUp+ArrowDown', 'Move within a list, table or choice'],
  ['Enter', 'Open the line that is marked'],
];

function KeyColumns({ context }: { readonly context: ActionContext }) {
  const actions = availableActions(context).filter(action => action.keys !== undefined);
  const sections = [...new Set(actions.map(action => action.section))];
  return (
    <div className="key-card">
      {sections.map(section => (
        <section key={section}>
          <h3>{section}</h3>
          <dl>
            {actions
              .filter(action => action.section === section)
              .map(action => (
                <KeyLine key={action.id} keys={action.keys ?? ''} words={action.title} />
              ))}
          </dl>
        </section>
      ))}
      <section>
        <h3>Everywhere</h3>
        <dl>
          {everywhere.map(([keys, words]) => (
            <KeyLine key={keys} keys={keys} words={words} />
          ))}
        </dl>
      </section>
    </div>
  );
}

function KeyLine({ keys, words }: { readonly keys: string; readonly words: string }) {
  return (
    <div>
      <dt>
        <KeyHint keys={keys} />
        <span className="visually-hidden">{keyWords(keys)}</span>
      </dt>
      <dd>{words}</dd>
    </div>
  );
}
