import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { useAction } from '../api.ts';
import { ProductMark } from '../frame/product-mark.tsx';
import { navigate } from '../routes.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { List, ListRow } from '../ui/list.tsx';
import { usePage } from '../ui/page.ts';
import { PageHeading } from '../ui/page-header.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import { type KnownWorkspace, UnlockForm } from './entrance/unlock-form.tsx';

interface UnlockScreenProps {
  /** The latest opened first; at least one. */
  readonly known: readonly KnownWorkspace[];
  /** Leads to the welcome page. */
  readonly onNew: () => void;
  /** The folder of the workspace that this window had open before it was locked. */
  readonly lockedFolder: string | undefined;
}

/** Opens one of the known workspaces, or another that is chosen. After a lock it leads back to the page where one was. */
export function UnlockScreen({ known, onNew, lockedFolder }: UnlockScreenProps) {
  const [found, setFound] = useState<KnownWorkspace>();
  const [folder, setFolder] = useState(lockedFolder ?? known[0]?.folder);
  const workspaces = found ? [found, ...known.filter(other => other.folder !== found.folder)] : known;
  const selected = workspaces.find(workspace => workspace.folder === folder) ?? workspaces[0];
  const isBack = lockedFolder !== undefined && selected?.folder === lockedFolder;
  usePage('Unlock');
  return (
    <div className="entrance" data-width="form">
      <header className="entrance-head">
        <ProductMark size={36} />
        <PageHeading>{workspaces.length === 1 && selected ? selected.label : 'Open a workspace'}</PageHeading>
      </header>
      {lockedFolder === undefined ? null : (
        <Banner kind="info" title="The workspace was locked">
          What you were typing in notes and rationales was kept. Unlock it to go on where you were.
        </Banner>
      )}
      {workspaces.length > 1 ? (
        <WorkspaceList workspaces={workspaces} selected={selected?.folder ?? null} onSelect={setFolder} />
      ) : null}
      {selected ? (
        <UnlockForm
          key={selected.folder}
          workspace={selected}
          onOpened={() => (isBack ? undefined : navigate({ page: 'home' }))}
        />
      ) : null}
      <OtherWays
        onNew={onNew}
        onChosen={workspace => {
          setFound(workspace);
          setFolder(workspace.folder);
        }}
      />
    </div>
  );
}

interface WorkspaceListProps {
  readonly workspaces: readonly KnownWorkspace[];
  readonly selected: string | null;
  readonly onSelect: (folder: string) => void;
}

function WorkspaceList({ workspaces, selected, onSelect }: WorkspaceListProps) {
  return (
    <List
      label="Known workspaces"
      rows={workspaces.map(workspace => ({ ...workspace, id: workspace.folder }))}
      selected={selected}
      onSelect={onSelect}
    >
      {({ id, label, practice, problem }) => (
        <ListRow
          id={id}
          title={label}
          detail={id}
          trail={
            problem === null ? (
              practice && <StatusTag tone="practice" word="PRACTICE" />
            ) : (
              <StatusTag tone="warning" word="Cannot be opened" />
            )
          }
        />
      )}
    </List>
  );
}

interface OtherWaysProps {
  readonly onNew: () => void;
  readonly onChosen: (workspace: KnownWorkspace) => void;
}

function OtherWays({ onNew, onChosen }: OtherWaysProps) {
  const choose = useAction('workspace.choose');
  return (
    <footer className="entrance-foot">
      {choose.error ? <ErrorPanel error={choose.error} /> : null}
      <div className="row">
        <Button
          icon={FolderOpen}
          isPending={choose.isPending}
          onPress={() => choose.start({}, workspace => (workspace ? onChosen(workspace) : undefined))}
        >
          Open another workspace…
        </Button>
        <Button onPress={onNew}>New workspace or demonstration</Button>
      </div>
    </footer>
  );
}
