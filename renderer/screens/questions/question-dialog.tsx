import { useState } from 'react';
import { formatList } from '../../../shared/british.ts';
import type { BankQuestion } from '../../../shared/contract/question-banks.ts';
import { typedKsbCodes } from '../../../shared/domain/ksb-codes-typed.ts';
import {
  outsideTheme,
  type QuestionKind,
  type QuestionWording,
  questionKindNames,
  questionKinds,
} from '../../../shared/domain/question-bank.ts';
import { useAction } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { SegmentedChoice } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { pointersOf, type ThemeBank } from './question-words.ts';

interface QuestionDialogProps {
  readonly planId: string;
  readonly themes: readonly ThemeBank[];
  /** The theme that a new question is for at first. */
  readonly themeId: string | null;
  /** The question to change; null for a new one. */
  readonly question: BankQuestion | null;
  readonly onClose: () => void;
}

const kindSegments = questionKinds.map(id => ({ id, word: questionKindNames[id] }));

/** Types in a question, or changes one: the words before are kept, and it is approved anew. */
export function QuestionDialog({ planId, themes, themeId, question, onClose }: QuestionDialogProps) {
  const form = useQuestionForm(question);
  const [chosen, setChosen] = useState(themeId);
  const [isAsked, setAsked] = useState(false);
  const add = useAction('question.add');
  const change = useAction('question.change');
  const theme = themes.find(({ id }) => id === chosen);
  const ksbFault = faultOf(form.typed, theme);
  const { error } = question ? change : add;
  const save = (): void => {
    setAsked(true);
    if (!theme || ksbFault !== null || form.wording.text.trim() === '') return;
    const place = { methodKey: theme.method.key, themeKey: theme.theme.key };
    if (question) change.start({ id: question.id, place, wording: form.wording }, onClose);
    else add.start({ planId, place, wording: form.wording }, onClose);
  };
  return (
    <Dialog
      title={question ? 'Change the question' : 'Add a question'}
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button tone="primary" isPending={add.isPending || change.isPending} onPress={save}>
            {question ? 'Save as a draft' : 'Add as a draft'}
          </Button>
        </>
      }
    >
      <div className="bank-form">
        <div className="bank-form-top">
          <Select
            label="Theme"
            choices={themes.map(({ id, name }) => ({ id, title: name }))}
            value={chosen}
            onChange={setChosen}
            error={isAsked && !theme ? 'Choose the theme that it is for.' : null}
          />
          <SegmentedChoice label="Kind" segments={kindSegments} value={form.kind} onChange={form.setKind} />
        </div>
        <TextArea
          label="Question"
          value={form.text}
          onChange={form.setText}
          autoFocus
          error={isAsked && form.text.trim() === '' ? 'Type the question.' : null}
        />
        <TextField
          label="KSBs"
          description={theme ? `The theme holds ${theme.theme.ksbs.join(', ')}.` : undefined}
          value={form.typed}
          onChange={form.setTyped}
          error={isAsked || form.typed !== '' ? ksbFault : null}
        />
        <TextArea
          label="What a good answer holds: pass"
          description="One pointer a line."
          isOptional
          value={form.pass}
          onChange={form.setPass}
        />
        <TextArea
          label="What a good answer holds: distinction"
          description="One pointer a line."
          isOptional
          value={form.distinction}
          onChange={form.setDistinction}
        />
      </div>
      {error ? <ErrorPanel title="The question was not saved" error={error} /> : null}
    </Dialog>
  );
}

/** What is typed in the fields, and the wording that it makes. */
function useQuestionForm(question: BankQuestion | null) {
  const [kind, setKind] = useState<QuestionKind>(question?.kind ?? 'opening');
  const [text, setText] = useState(question?.text ?? '');
  const [typed, setTyped] = useState(question?.ksbs.join(', ') ?? '');
  const [pass, setPass] = useState(question?.passPointers.join('\n') ?? '');
  const [distinction, setDistinction] = useState(question?.distinctionPointers.join('\n') ?? '');
  const wording: QuestionWording = {
    kind,
    text,
    ksbs: typedKsbCodes(typed).codes,
    passPointers: pointersOf(pass),
    distinctionPointers: pointersOf(distinction),
  };
  return {
    ...{ kind, setKind, text, setText, typed, setTyped, pass, setPass, distinction, setDistinction },
    wording,
  };
}

/** What is wrong with the codes that were typed; null where they are right. */
function faultOf(typed: string, theme: ThemeBank | undefined): string | null {
  const { codes, notUnderstood } = typedKsbCodes(typed);
  if (notUnderstood.length > 0) return `Not understood as a code: ${formatList(notUnderstood)}.`;
  if (codes.length === 0) return 'Name at least one KSB that the question is for.';
  const outside = theme ? outsideTheme(codes, theme.theme) : [];
  return outside.length > 0 ? `This theme does not hold ${formatList(outside)}.` : null;
}
