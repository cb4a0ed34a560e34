import { Plus, Trash2 } from 'lucide-react';
import type { DocumentKind, DocumentWords } from '../../../shared/contract/documents.ts';
import { useAsk } from '../../api.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';

/** The kinds of document to which a person may add words of their own. */
export const takesWords: ReadonlySet<DocumentKind> = new Set(['feedback', 'resitLetter', 'qualityAssurance']);

interface AdditionsProps {
  readonly kind: DocumentKind;
  readonly assessmentId: string;
  readonly words: DocumentWords;
  readonly onChange: (words: DocumentWords) => void;
}

/** What may be added to a document of this kind beside the record; all of it may stay empty. */
export function Additions(props: AdditionsProps) {
  const { kind, words, onChange } = props;
  switch (kind) {
    case 'feedback':
      return (
        <TextArea
          label="Words to open with"
          description="For the apprentice, before the feedback itself. Without them a plain sentence opens it."
          value={words.opening ?? ''}
          onChange={opening => onChange({ opening })}
          maxLength={4000}
          rows={4}
          isOptional
        />
      );
    case 'resitLetter':
      return (
        <TextField
          label="Whom to write to with questions"
          description="A name with a telephone number or address. Without it the letter names the organisation."
          value={words.contact ?? ''}
          onChange={contact => onChange({ contact })}
          maxLength={200}
          isOptional
        />
      );
    case 'qualityAssurance':
      return (
        <>
          <Remarks {...props} />
          <Actions {...props} />
        </>
      );
    default:
      return null;
  }
}

/** A remark on each method as a whole. */
function Remarks({ assessmentId, words, onChange }: AdditionsProps) {
  const { data } = useAsk('assessment.get', { id: assessmentId });
  const remarks = words.remarks ?? [];
  const set = (methodKey: string, remark: string): void =>
    onChange({ ...words, remarks: [...remarks.filter(one => one.methodKey !== methodKey), { methodKey, remark }] });
  return data?.methods.map(({ key, name }) => (
    <TextArea
      key={key}
      label={`Remark on the ${name.toLowerCase()}`}
      value={remarks.find(({ methodKey }) => methodKey === key)?.remark ?? ''}
      onChange={remark => set(key, remark)}
      maxLength={4000}
      isOptional
    />
  ));
}

type Action = NonNullable<DocumentWords['actions']>[number];
const noAction: Action = { text: '', by: '', until: null };

/** What is to be done, by whom and until when. */
function Actions({ words, onChange }: AdditionsProps) {
  const actions = words.actions ?? [];
  const set = (next: readonly Action[]): void => onChange({ ...words, actions: [...next] });
  const change = (at: number, part: Partial<Action>): void =>
    set(actions.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="stack stack-tight">
      <legend className="field-label">Actions</legend>
      {actions.map((action, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an action has nothing but its place
        <div key={index} className="document-action">
          <TextField
            label={`Action ${index + 1}`}
            value={action.text}
            onChange={text => change(index, { text })}
            maxLength={200}
          />
          <TextField label="By whom" value={action.by} onChange={by => change(index, { by })} maxLength={200} />
          <DateField label="Until" value={action.until} onChange={until => change(index, { until })} isOptional />
          <IconButton
            label={`Take action ${index + 1} out`}
            icon={Trash2}
            onPress={() => set(actions.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <div>
        <Button size="dense" icon={Plus} isDisabled={actions.length >= 20} onPress={() => set([...actions, noAction])}>
          Add an action
        </Button>
      </div>
    </fieldset>
  );
}

/** What was filled in: nothing empty. Null where an action lacks its words or who does it. */
export function filledIn({ opening, contact, remarks, actions }: DocumentWords): DocumentWords | null {
  const given = (actions ?? []).filter(({ text, by, until }) => `${text}${by}`.trim() !== '' || until !== null);
  if (given.some(({ text, by }) => text.trim() === '' || by.trim() === '')) return null;
  const remarked = (remarks ?? []).filter(({ remark }) => remark.trim() !== '');
  return {
    ...(opening?.trim() ? { opening } : {}),
    ...(contact?.trim() ? { contact } : {}),
    ...(remarked.length > 0 ? { remarks: remarked } : {}),
    ...(given.length > 0 ? { actions: given } : {}),
  };
}
