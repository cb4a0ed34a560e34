import { FileUp } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { FrameworksPreview } from '../../../shared/contract/imports.ts';
import type { TextKind } from '../../../shared/domain/framework-import.ts';
import { useAction } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { WorkUnderWay } from '../entrance/work-under-way.tsx';

/** What a text is, as a person says it; `told`: its content tells. */
export type SaidKind = TextKind | 'told';

/** The kind as it goes along with a file or text. */
export const saidKind = (kind: SaidKind): { readonly kind?: TextKind } => (kind === 'told' ? {} : { kind });

const kinds: readonly { readonly id: SaidKind; readonly title: string; readonly detail: string }[] = [
  { id: 'told', title: 'Told by its content', detail: 'Right for nearly everything.' },
  { id: 'standard', title: 'An apprenticeship standard', detail: 'Duties and KSBs with their codes.' },
  {
    id: 'nos',
    title: 'A National Occupational Standard',
    detail: '“You must be able to”, “You need to know and understand”.',
  },
  {
    id: 'groups',
    title: 'Groups with their competencies',
    detail: 'Groups of the workforce, one building on another.',
  },
];

interface StartFormProps {
  readonly kind: SaidKind;
  readonly onKind: (kind: SaidKind) => void;
  readonly onPreview: (preview: FrameworksPreview) => void;
  readonly file: ReturnType<typeof useAction<'framework.previewImport'>>;
  readonly onChooseFile: () => void;
}

/** The two ways in: a file, or text that was copied from a page or a PDF. */
export function StartForm({ onPreview, file, kind, onKind, onChooseFile }: StartFormProps) {
  const [text, setText] = useState('');
  const pasted = useAction('framework.previewImport');
  const read = (event: FormEvent): void => {
    event.preventDefault();
    pasted.start({ from: 'text', text, ...saidKind(kind) }, preview => preview && onPreview(preview));
  };
  return (
    <div className="import-start">
      <Section title="From a file">
        <div className="stack">
          <p className="prose">
            JSON as the standards service saves it, a CASE 1.0 package, a table as CSV, or a text or saved page. What
            the file is, is told by its content. You see what was found before anything is written.
          </p>
          <div className="row">
            <Button tone="primary" icon={FileUp} keys="f" isPending={file.isPending} onPress={onChooseFile}>
              Choose a file
            </Button>
          </div>
          {file.isPending ? <WorkUnderWay label="Reading the file" /> : null}
          {file.error ? <ErrorPanel title="The file was not read" error={file.error} /> : null}
        </div>
      </Section>
      <Section title="From text">
        <form className="stack" onSubmit={read}>
          <TextArea
            label="Text of the standard or framework"
            description="Copy the whole page or PDF, duties and KSBs with their codes, and paste it here."
            rows={10}
            mostRows={18}
            value={text}
            onChange={setText}
          />
          <Select
            label="What the text is"
            description="Counts for a text file or saved page too."
            choices={kinds}
            value={kind}
            onChange={id => onKind(id as SaidKind)}
          />
          <div className="row">
            <Button type="submit" isDisabled={text.trim() === ''} isPending={pasted.isPending}>
              Read this text
            </Button>
          </div>
          {pasted.isPending ? <WorkUnderWay label="Reading the text" /> : null}
          {pasted.error ? <ErrorPanel title="The text was not read" error={pasted.error} /> : null}
        </form>
      </Section>
    </div>
  );
}
