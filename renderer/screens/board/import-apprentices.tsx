import { useState } from 'react';
import { formatCount } from '../../../shared/british.ts';
import type { ApprenticeList, PreviewedApprentice } from '../../../shared/contract/organisation.ts';
import { useAction, useAsk } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { List, ListRow } from '../../ui/list.tsx';
import { Select } from '../../ui/select.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';

/** Takes apprentices in from a list: chosen, looked through row by row, then added with an assessment each. */
export function ImportApprentices({ onClose }: { readonly onClose: () => void }) {
  const preview = useAction('apprentice.previewImport');
  const add = useAction('apprentice.import');
  const plans = useAsk('plan.list', {});
  const [list, setList] = useState<ApprenticeList | null>(null);
  const [planId, setPlanId] = useState<string | null>(null);
  const [pathway, setPathway] = useState<string | null>(null);
  const [isPractice, setPractice] = useState(false);
  const pathways = plans.data?.find(({ id }) => id === planId)?.pathways ?? [];
  const isChosen = planId !== null && (pathways.length === 0 || pathways.some(({ key }) => key === pathway));
  const good = list?.rows.filter(({ problem }) => problem === null) ?? [];
  const choose = (): void => preview.start({}, chosen => chosen && setList(chosen));
  const start = (): void => {
    if (!list || planId === null) return;
    const apprentices = good.map(({ line: _, problem: __, warnings: ___, ...details }) => details);
    const on = pathways.length > 0 && pathway !== null ? { pathway } : {};
    add.start({ apprentices, planId, practice: isPractice, sha256: list.sha256, ...on }, onClose);
  };
  return (
    <Dialog
      title="Import apprentices"
      size="wide"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Not now</Button>
          {list ? <Button onPress={choose}>Another file…</Button> : null}
          {list ? (
            <Button
              tone="primary"
              isDisabled={good.length === 0 || !isChosen}
              isPending={add.isPending}
              onPress={start}
            >
              {`Add ${formatCount(good.length, 'apprentice')}`}
            </Button>
          ) : (
            <Button tone="primary" isPending={preview.isPending} onPress={choose}>
              Choose a file…
            </Button>
          )}
        </>
      }
    >
      {list ? (
        <>
          <div className="board-choice">
            <Select
              label="Plan that they are assessed by"
              choices={(plans.data ?? []).map(({ id, title, version }) => ({
                id,
                title: `${title}, version ${version}`,
              }))}
              value={planId}
              onChange={setPlanId}
            />
            {pathways.length > 0 ? (
              <Select
                label="Pathway that they are all on"
                choices={pathways.map(({ key, title }) => ({ id: key, title }))}
                value={pathway}
                onChange={setPathway}
              />
            ) : null}
            <Checkbox
              isSelected={isPractice}
              onChange={setPractice}
              detail="Marked as practice everywhere; any plan will do."
            >
              Practice
            </Checkbox>
          </div>
          <ListedApprentices list={list} good={good.length} />
        </>
      ) : (
        <p className="prose">
          A CSV file with the columns Given names, Family name, ULN, Employer and Training provider, in any order. You
          see every row before anything is added.
        </p>
      )}
      {preview.error ? <ErrorPanel title="The list could not be read" error={preview.error} /> : null}
      {add.error ? <ErrorPanel title="Nobody was added" error={add.error} /> : null}
    </Dialog>
  );
}

function ListedApprentices({ list, good }: { readonly list: ApprenticeList; readonly good: number }) {
  const bad = list.rows.length - good;
  return (
    <section className="stack stack-tight" aria-label={list.fileName}>
      <p role="status">
        {`${list.fileName}: ${formatCount(good, 'apprentice')} can be added`}
        {bad > 0 ? `, ${formatCount(bad, 'row')} cannot` : ''}.
      </p>
      <div className="import-rows">
        <List label="Rows of the list" rows={list.rows.map(row => ({ ...row, id: String(row.line) }))} isVirtual>
          {row => (
            <ListRow
              id={row.id}
              title={`${row.givenNames} ${row.familyName}`.trim() || `Row ${row.line}`}
              detail={
                <>
                  {[`row ${row.line}`, row.uln, row.employer, row.trainingProvider].filter(Boolean).join(' · ')}
                  {[row.problem, ...row.warnings].map(words => (words ? <div key={words}>{words}</div> : null))}
                </>
              }
              trail={<RowTag row={row} />}
            />
          )}
        </List>
      </div>
    </section>
  );
}

function RowTag({ row: { problem, warnings } }: { readonly row: PreviewedApprentice }) {
  if (problem !== null) return <StatusTag tone="not-met" word="Left out" />;
  return warnings.length > 0 ? <StatusTag tone="warning" word="Check" /> : <StatusTag tone="met" word="New" />;
}
