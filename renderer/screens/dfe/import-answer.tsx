import { Upload } from 'lucide-react';
import { useState } from 'react';
import { formatCount } from '../../../shared/british.ts';
import type { Output } from '../../../shared/contract.ts';
import type { AnswerLine } from '../../../shared/domain/dfe/answers.ts';
import { useActions } from '../../actions.ts';
import { useAction } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { StatusTag, type StatusTone } from '../../ui/status-tag.tsx';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { notify } from '../../ui/toast.tsx';

type Preview = NonNullable<Output<'dfe.previewAnswer'>>;
type Row = AnswerLine & { readonly id: string };

/** Reads an answer of the service, shows what it says of each learner, and records its references only when that was seen. */
export function ImportAnswerButton() {
  const choose = useAction('dfe.previewAnswer');
  const [preview, setPreview] = useState<Preview | null>(null);
  const ask = (): void => choose.start({}, setPreview);
  useActions([{ id: 'dfe.importAnswer', title: 'Import an answer of the service…', section: 'DfE files', run: ask }]);
  return (
    <>
      <Button icon={Upload} isPending={choose.isPending} onPress={ask}>
        Import an answer…
      </Button>
      {choose.error ? (
        <Dialog
          title="The answer was not read"
          isOpen
          onClose={choose.reset}
          actions={<Button onPress={choose.reset}>Close</Button>}
        >
          <ErrorPanel error={choose.error} />
        </Dialog>
      ) : null}
      {preview ? <PreviewDialog preview={preview} onClose={() => setPreview(null)} /> : null}
    </>
  );
}

function PreviewDialog({ preview, onClose }: { readonly preview: Preview; readonly onClose: () => void }) {
  const record = useAction('dfe.recordAnswer');
  const references = preview.lines.flatMap(({ standing, assessmentId, kind, reference }) =>
    standing === 'new' && assessmentId !== null && kind !== null && reference !== null
      ? [{ assessmentId, kind, reference }]
      : [],
  );
  const run = (): void =>
    record.start({ sha256: preview.sha256, references }, ({ recorded }) => {
      onClose();
      notify({ words: `${formatCount(recorded, 'reference')} recorded.` });
    });
  return (
    <Dialog
      title="Record these references?"
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onPress={onClose}>{references.length === 0 ? 'Close' : 'Not now'}</Button>
          {references.length > 0 ? (
            <Button tone="primary" isPending={record.isPending} onPress={run}>
              {`Record ${formatCount(references.length, 'reference')}`}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="stack stack-tight dense">
        <p>{`${preview.fileName}: ${summaryOf(preview.lines)}`}</p>
        <Table
          label="What the service answered"
          columns={columns}
          rows={preview.lines.map((line, index) => ({ ...line, id: String(index) }))}
        />
        {record.error ? <ErrorPanel title="Nothing was recorded" error={record.error} /> : null}
      </div>
    </Dialog>
  );
}

const tones: Readonly<Record<AnswerLine['standing'], readonly [StatusTone, string]>> = {
  new: ['met', 'New'],
  held: ['neutral', 'Held'],
  differs: ['warning', 'Differs'],
  refused: ['not-met', 'Refused'],
  unmatched: ['warning', 'Unmatched'],
  empty: ['neutral', 'Nothing new'],
};

function summaryOf(lines: readonly AnswerLine[]): string {
  const count = (...standings: readonly AnswerLine['standing'][]): number =>
    lines.filter(({ standing }) => standings.includes(standing)).length;
  return [
    `${formatCount(count('new'), 'reference')} to record`,
    `${count('refused')} refused by the service`,
    `${count('unmatched')} that belong to nobody here`,
    `${count('held', 'differs', 'empty')} that change nothing`,
  ].join(', ');
}

const columns: readonly TableColumn<Row>[] = [
  { id: 'place', title: 'Place', cell: ({ place }) => place },
  {
    id: 'standing',
    title: 'State',
    cell: ({ standing }) => <StatusTag tone={tones[standing][0]} word={tones[standing][1]} />,
  },
  { id: 'name', title: 'Learner', isRowHeader: true, cell: ({ name }) => name || '(nobody)' },
  {
    id: 'reference',
    title: 'Reference',
    cell: ({ kind, reference }) =>
      reference === null ? '' : `${kind === 'epa' ? 'EPA record' : 'Certificate'} ${reference}`,
  },
  { id: 'words', title: 'What it says', cell: ({ words }) => words },
];
