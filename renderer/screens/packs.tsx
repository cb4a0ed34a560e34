import { FolderOpen, PackageOpen } from 'lucide-react';
import { formatCount, formatNumber } from '../../shared/british.ts';
import type { Output } from '../../shared/contract.ts';
import { packKindNames } from '../../shared/domain/packs/pack-kinds.ts';
import { useActions } from '../actions.ts';
import { useAction, useAsk } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { instantWords } from '../ui/instant.ts';
import { List, ListRow } from '../ui/list.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import { useWorkspaceRole } from './common/workspace-role.ts';
import { dropPacks } from './packs/given-packs.ts';
import { OpenedPacks } from './packs/opened-packs.tsx';
import { SendResults } from './packs/send-results.tsx';
import { type Opening, useOpening } from './packs/use-opening.ts';
import { DropZone } from './portfolio/drop-zone.tsx';

type Packs = Output<'pack.list'>;

/** Packs that came and went, and the way to open and to send one. */
export function PacksScreen() {
  const opening = useOpening();
  const role = useWorkspaceRole();
  const { data, error } = useAsk('pack.list', {});
  useActions([
    { id: 'pack.open', title: 'Open packs…', section: 'Packs', keys: 'o', run: opening.open },
    { id: 'pack.openFolder', title: 'Open a folder of packs…', section: 'Packs', run: opening.openFolder },
  ]);
  const head = (
    <PageHeader title="Packs" actions={<HeadActions opening={opening} isAssessor={role === 'assessor'} />} />
  );
  if (opening.packs.length > 0) {
    return (
      <DropZone className="page-full" onDrop={dropPacks}>
        <div className="page-full-head">{head}</div>
        <OpenedPacks opening={opening} />
      </DropZone>
    );
  }
  return (
    <DropZone className="page" onDrop={dropPacks}>
      {head}
      {opening.error ? <ErrorPanel title="No pack was opened" error={opening.error} /> : null}
      {error ? <ErrorPanel title="The packs could not be shown" error={error} /> : null}
      {data ? (
        <PackHistory packs={data} isAssessor={role === 'assessor'} />
      ) : error ? null : (
        <Loading what="the packs" lines={6} />
      )}
    </DropZone>
  );
}

function HeadActions({ opening, isAssessor }: { readonly opening: Opening; readonly isAssessor: boolean }) {
  return (
    <>
      {isAssessor ? <SendResults /> : null}
      <Button icon={FolderOpen} onPress={opening.openFolder}>
        Open a folder…
      </Button>
      <Button tone="primary" icon={PackageOpen} keys="o" onPress={opening.open}>
        Open packs…
      </Button>
    </>
  );
}

function PackHistory({ packs, isAssessor }: { readonly packs: Packs; readonly isAssessor: boolean }) {
  if (packs.packs.length === 0) {
    return (
      <EmptyState title="No packs yet">
        {isAssessor
          ? 'Packs carry assessments between you and your organisation, by e-mail or on a memory stick. Open the one with your assignments here, and send your signed results from here.'
          : 'Packs carry assessments between you and your assessors, by e-mail or on a memory stick. Assign assessments on the board, and open the results that come back here.'}
      </EmptyState>
    );
  }
  return (
    <>
      {packs.correspondents.length > 0 ? <Correspondents packs={packs} isAssessor={isAssessor} /> : null}
      <Section title="Sent and received" note={formatCount(packs.packs.length, 'pack')}>
        <History packs={packs} />
      </Section>
    </>
  );
}

function Correspondents({ packs, isAssessor }: { readonly packs: Packs; readonly isAssessor: boolean }) {
  const now = new Date().toISOString();
  const receipt = useAction('pack.sendReceipt');
  const rows = packs.correspondents.map(one => ({ ...one, id: one.workspaceId }));
  return (
    <Section title={isAssessor ? 'Your organisation' : 'Assessors'} note={formatCount(rows.length, 'workspace')}>
      <List label="Workspaces that packs came from" rows={rows}>
        {row => (
          <ListRow
            id={row.id}
            title={row.name}
            detail={
              isAssessor
                ? `First pack ${instantWords(row.metAt, now)} · has your audit log up to event ${formatNumber(row.acknowledgedSequence)}`
                : `First pack ${instantWords(row.metAt, now)} · audit log received up to event ${formatNumber(row.receivedSequence)}`
            }
            trail={
              isAssessor ? null : (
                <Button
                  size="dense"
                  isPending={receipt.isPending}
                  onPress={() => receipt.start({ workspaceId: row.id })}
                >
                  Write a receipt…
                </Button>
              )
            }
          />
        )}
      </List>
      {receipt.error ? <ErrorPanel title="No receipt was written" error={receipt.error} /> : null}
    </Section>
  );
}

function History({ packs }: { readonly packs: Packs }) {
  const now = new Date().toISOString();
  return (
    <List label="Packs sent and received" rows={packs.packs}>
      {pack => (
        <ListRow
          id={pack.id}
          title={`${packKindNames[pack.kind]} ${pack.direction === 'sent' ? 'to' : 'from'} ${pack.counterpart}`}
          detail={`${instantWords(pack.handledAt, now)} · signed by ${pack.signedBy}${pack.assessments > 0 ? ` · ${formatCount(pack.assessments, 'assessment')}` : ''}`}
          trail={
            pack.direction === 'sent' ? (
              <StatusTag tone="neutral" word="Sent" />
            ) : (
              <StatusTag tone="met" word="Received" />
            )
          }
        />
      )}
    </List>
  );
}
