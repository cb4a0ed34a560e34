import { Upload } from 'lucide-react';
import { useState } from 'react';
import { formatCount } from '../../../shared/british.ts';
import type { QuestionImportPreview } from '../../../shared/contract/question-banks.ts';
import { useAction } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { notify } from '../../ui/toast.tsx';

type Row = QuestionImportPreview['rows'][number] & { readonly id: string };

/** Reads a file of questions, shows row by row what would be taken over, and takes it over only when that was seen. */
export function ImportQuestionsButton({ planId }: { readonly planId: string }) {
  const [preview, setPreview] = useState<QuestionImportPreview | null>(null);
  const choose = useAction('question.previewImport');
  return (
    <>
      <Button icon={Upload} isPending={choose.isPending} onPress={() => choose.start({ planId }, setPreview)}>
        Import…
      </Button>
      {choose.error ? (
        <Dialog
          title="The questions were not read"
          isOpen
          onClose={choose.reset}
          actions={<Button onPress={choose.reset}>Close</Button>}
        >
          <ErrorPanel error={choose.error} />
        </Dialog>
      ) : null}
      {preview ? <PreviewDialog planId={planId} preview={preview} onClose={() => setPreview(null)} /> : null}
    </>
  );
}

interface PreviewDialogProps {
  readonly planId: string;
  readonly preview: QuestionImportPreview;
  readonly onClose: () => void;
}

function PreviewDialog({ planId, preview, onClose }: PreviewDialogProps) {
  const take = useAction('question.import');
  const questions = preview.rows.flatMap(({ question, standing }) => {
    if (!question || standing !== 'new') return [];
    const { methodKey, themeKey, ...wording } = question;
    return [{ place: { methodKey, themeKey }, wording }];
  });
  const run = (): void =>
    take.start({ planId, questions }, ({ added }) => {
      onClose();
      notify({ words: `${formatCount(added, 'question')} added as drafts.` });
    });
  return (
    <Dialog
      title="Import these questions?"
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button tone="primary" isDisabled={questions.length === 0} isPending={take.isPending} onPress={run}>
            {questions.length === 0 ? 'Nothing to import' : `Import ${formatCount(questions.length, 'question')}`}
          </Button>
        </>
      }
    >
      <div className="stack stack-tight dense">
        <p>
          {preview.fileName}: {summaryOf(preview)}
        </p>
        <Table
          label="Questions in the file"
          columns={columns}
          rows={preview.rows.map(row => ({ ...row, id: String(row.row) }))}
        />
        {take.error ? <ErrorPanel title="The questions were not imported" error={take.error} /> : null}
      </div>
    </Dialog>
  );
}

function summaryOf({ rows }: QuestionImportPreview): string {
  const count = (standing: Row['standing']): number => rows.filter(row => row.standing === standing).length;
  const [wrong, held] = [count('wrong'), count('held')];
  return [
    `${formatCount(count('new'), 'question')} to take over as drafts`,
    ...(held > 0 ? [`${held} already there`] : []),
    ...(wrong > 0 ? [`${wrong} that cannot be taken over until the file is put right`] : []),
  ].join(', ');
}

const columns: readonly TableColumn<Row>[] = [
  { id: 'row', title: 'Row', cell: ({ row }) => row },
  { id: 'standing', title: 'State', cell: row => <Standing standing={row.standing} /> },
  { id: 'theme', title: 'Theme', cell: ({ theme }) => theme },
  {
    id: 'question',
    title: 'Question',
    isRowHeader: true,
    cell: ({ text, question, problems }) => (
      <div className="bank-words">
        {text || '(empty)'}
        <div className="muted small">{[question?.ksbs.join(' '), ...problems].filter(Boolean).join(' · ')}</div>
      </div>
    ),
  },
];

function Standing({ standing }: Pick<Row, 'standing'>) {
  switch (standing) {
    case 'new':
      return <StatusTag tone="met" word="New" />;
    case 'held':
      return <StatusTag tone="neutral" word="Held" />;
    case 'wrong':
      return <StatusTag tone="warning" word="Not taken" />;
  }
}
