import { PackageOpen } from 'lucide-react';
import { formatCount } from '../../../shared/british.ts';
import type { PackPreview } from '../../../shared/contract/packs.ts';
import { packKindNames } from '../../../shared/domain/packs/pack-kinds.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { instantWords } from '../../ui/instant.ts';
import { List, ListRow } from '../../ui/list.tsx';
import { Loading } from '../../ui/loading.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { itemKind, newsIn, outcomeWords, sizeWords, standingMarks } from './pack-words.ts';
import { type ChosenPack, isWaiting, packName } from './use-opening.ts';

interface PreviewProps {
  readonly pack: ChosenPack;
  readonly isBusy: boolean;
  readonly onTakeIn: () => void;
}

/** What is in a pack, from whom, and how each thing stands to this workspace; nothing is written before it is taken in. */
export function PackPreviewPane({ pack, isBusy, onTakeIn }: PreviewProps) {
  const { preview, outcome, fault } = pack;
  if (fault) return <ErrorPanel title={`${packName(pack)} was not taken in`} error={fault} />;
  if (!preview) return <Loading what="the pack" lines={6} />;
  return (
    <div className="stack pack-preview">
      {preview.practice ? <Banner kind="practice">Practice: nothing in this pack is anybody’s result.</Banner> : null}
      {preview.refusal !== null ? (
        <Banner kind="warning" title="Nothing of this pack can be taken in">
          {preview.refusal}
        </Banner>
      ) : null}
      {preview.offeredRoot && preview.refusal === null ? <FirstContact preview={preview} /> : null}
      <PreviewFacts preview={preview} />
      {preview.refusal === null ? <Items preview={preview} /> : null}
      <div className="row row-apart">
        <span role="status">{outcome ? `${outcomeWords(outcome)}.` : ''}</span>
        {isWaiting(pack) ? (
          <Button tone="primary" icon={PackageOpen} keys="Mod+Enter" isPending={isBusy} onPress={onTakeIn}>
            {takeInWords(preview)}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function takeInWords({ items, offeredRoot }: PackPreview): string {
  const count = newsIn(items).length;
  const words = count > 0 ? `Take in ${count}` : 'Note as received';
  return offeredRoot ? `Trust and ${words.toLowerCase()}` : words;
}

/** The first pack of an organisation: its certificate is trusted by taking the pack in, so it is compared first. */
function FirstContact({ preview }: { readonly preview: PackPreview }) {
  const { offeredRoot, organisation } = preview;
  if (!offeredRoot) return null;
  return (
    <Banner kind="info" title={`The first pack from ${organisation}`}>
      <p>
        Taking it in means trusting this organisation’s certificate: its packs and signatures count from then on.
        Compare the fingerprint with the organisation, by telephone for instance.
      </p>
      <p className="fingerprint">{grouped(offeredRoot.fingerprint)}</p>
    </Banner>
  );
}

const grouped = (fingerprint: string): string => fingerprint.match(/.{1,4}/g)?.join(' ') ?? fingerprint;

function PreviewFacts({ preview }: { readonly preview: PackPreview }) {
  const now = new Date().toISOString();
  const { kind, sender, organisation, madeAt, signer, encrypted, sizeBytes, takenInAt } = preview;
  return (
    <FactList
      facts={[
        { name: 'Kind', value: packKindNames[kind] },
        { name: 'From', value: sender === organisation ? sender : `${sender}, ${organisation}` },
        { name: 'Made', value: instantWords(madeAt, now) },
        {
          name: 'Signed by',
          value: (
            <>
              {signer.name}{' '}
              <StatusTag
                tone={signer.trusted ? 'met' : 'warning'}
                word={signer.trusted ? 'Trusted' : 'Not trusted yet'}
              />
              {signer.remarks.map(remark => (
                <div key={remark}>{remark}</div>
              ))}
            </>
          ),
        },
        { name: 'Size', value: `${sizeWords(sizeBytes)}${encrypted ? ', encrypted to this workspace' : ''}` },
        ...(takenInAt === null ? [] : [{ name: 'Taken in before', value: instantWords(takenInAt, now) }]),
      ]}
    />
  );
}

function Items({ preview }: { readonly preview: PackPreview }) {
  const rows = preview.items.map(item => ({ ...item, key: item.id, id: `${item.kind}:${item.id}` }));
  return (
    <section className="pack-items" aria-label="What is in the pack">
      <p className="muted">{formatCount(rows.length, 'thing')} in the pack</p>
      <List label="What is in the pack" rows={rows} isVirtual={rows.length > 100}>
        {row => (
          <ListRow
            id={row.id}
            title={row.title}
            lead={<span className="pack-item-kind">{itemKind(row)}</span>}
            detail={
              <>
                {row.note}
                {row.why === null ? null : <div>{row.why}</div>}
              </>
            }
            trail={<StatusTag {...standingMarks[row.standing]} />}
          />
        )}
      </List>
    </section>
  );
}
