import { useState } from 'react';
import { formatCount } from '../../../shared/british.ts';
import { packKindNames } from '../../../shared/domain/packs/pack-kinds.ts';
import { useActions } from '../../actions.ts';
import { Button } from '../../ui/button.tsx';
import { List, ListRow } from '../../ui/list.tsx';
import { SplitPanes } from '../../ui/split-panes.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { PackPreviewPane } from './pack-preview.tsx';
import { outcomeWords, previewLine } from './pack-words.ts';
import { type ChosenPack, isWaiting, type Opening, packName } from './use-opening.ts';

/** The packs that were chosen, and beside them what is in the one that is selected. */
export function OpenedPacks({ opening }: { readonly opening: Opening }) {
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const { packs, isBusy, takeIn } = opening;
  const selected = packs.find(({ id }) => id === selectedId) ?? packs[0];
  const waiting = packs.filter(isWaiting);
  useActions([
    {
      id: 'pack.takeIn',
      title: 'Take this pack in',
      section: 'Packs',
      keys: 'Mod+Enter',
      isAvailable: () => selected !== undefined && isWaiting(selected) && !isBusy,
      run: () => selected && takeIn([selected]),
    },
  ]);
  if (!selected) return null;
  const preview = (
    <PackPreviewPane key={selected.id} pack={selected} isBusy={isBusy} onTakeIn={() => takeIn([selected])} />
  );
  const only = packs.length === 1;
  return (
    <SplitPanes
      label="Opened packs"
      panes={[
        ...(only
          ? []
          : [
              {
                id: 'all',
                title: 'Opened packs',
                weight: 2,
                isFlush: true,
                content: <PackRows packs={packs} selectedId={selected.id} onSelect={setSelectedId} />,
                foot: <AllFoot waiting={waiting} opening={opening} />,
              },
            ]),
        {
          id: 'one',
          title: packName(selected),
          weight: 3,
          aside: only ? <Button onPress={opening.close}>Close</Button> : null,
          content: preview,
        },
      ]}
    />
  );
}

function AllFoot({ waiting, opening }: { readonly waiting: readonly ChosenPack[]; readonly opening: Opening }) {
  return (
    <div className="row row-apart">
      <Button onPress={opening.close}>Close</Button>
      <Button
        tone="primary"
        isDisabled={waiting.length === 0}
        isPending={opening.isBusy}
        onPress={() => opening.takeIn(waiting)}
      >
        {`Take in ${formatCount(waiting.length, 'pack')}`}
      </Button>
    </div>
  );
}

interface PackRowsProps {
  readonly packs: readonly ChosenPack[];
  readonly selectedId: string;
  readonly onSelect: (id: string) => void;
}

function PackRows({ packs, selectedId, onSelect }: PackRowsProps) {
  return (
    <div className="pack-list">
      <List label="Opened packs" rows={packs} isVirtual selected={selectedId} onSelect={onSelect}>
        {pack => (
          <ListRow id={pack.id} title={packName(pack)} detail={detailOf(pack)} trail={<StateTag pack={pack} />} />
        )}
      </List>
    </div>
  );
}

function detailOf({ preview, outcome, fault }: ChosenPack): string {
  if (fault) return 'Not taken in';
  if (!preview) return 'Being looked through';
  const from = `${packKindNames[preview.kind]} from ${preview.sender}`;
  return `${from} · ${outcome ? outcomeWords(outcome) : previewLine(preview)}`;
}

function StateTag({ pack }: { readonly pack: ChosenPack }) {
  const { preview, outcome, fault } = pack;
  if (fault || preview?.refusal) return <StatusTag tone="not-met" word="Refused" />;
  if (outcome) return <StatusTag tone="met" word="Taken in" />;
  if (isWaiting(pack)) return <StatusTag tone="info" word="To take in" />;
  return preview ? <StatusTag tone="neutral" word="Here already" /> : <StatusTag tone="waiting" word="Waiting" />;
}
