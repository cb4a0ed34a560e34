import { Ellipsis, PenLine, Plus, Strikethrough, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../ui/button.tsx';
import { AlertDialog, Dialog } from '../ui/dialog.tsx';
import { MenuButton, type MenuGroup } from '../ui/menu.tsx';
import { RouteLink } from '../ui/route-link.tsx';
import { Section } from '../ui/section.tsx';
import { TextField } from '../ui/text-field.tsx';
import { notify } from '../ui/toast.tsx';

const nothing = (): void => undefined;
const groups: readonly MenuGroup[] = [
  {
    title: 'Note',
    choices: [
      { id: 'change', title: 'Change this note', icon: PenLine, keys: 'e', run: nothing },
      { id: 'split', title: 'Split at the caret', isDisabled: true, run: nothing },
    ],
  },
  {
    title: 'Record',
    choices: [{ id: 'strike', title: 'Strike this note…', icon: Strikethrough, tone: 'danger', run: nothing }],
  },
];

/** Buttons, links, menus and dialogs. */
export function ButtonSpecimens() {
  return (
    <Section title="Buttons, menus, dialogs">
      <div className="row">
        <Button tone="primary" keys="Mod+Enter">
          Begin the discussion
        </Button>
        <Button icon={Plus}>Add an apprentice</Button>
        <Button tone="quiet">Show the statements</Button>
        <Button tone="danger" icon={Trash2}>
          Strike note
        </Button>
        <Button isDisabled>Sign the report</Button>
        <Button tone="primary" isPending>
          Building the report
        </Button>
        <Button size="dense">Dense</Button>
        <IconButton label="More" icon={Ellipsis} keys="m" />
        <RouteLink to={{ page: 'home' }} look="button">
          A link as a button
        </RouteLink>
        <span>
          and <RouteLink to={{ page: 'home' }}>a link in a sentence</RouteLink>
        </span>
      </div>
      <div className="row">
        <MenuButton label="Note" groups={groups} />
        <MenuButton label="More about this note" icon={Ellipsis} isIconOnly groups={groups} />
        <Dialogs />
        <Button onPress={() => notify({ words: 'Report saved to Documents.', tone: 'met' })}>Say it was saved</Button>
        <Button
          onPress={() =>
            notify({
              words: 'K6 was taken off the note.',
              tone: 'info',
              action: { title: 'Put it back', run: nothing },
            })
          }
        >
          Say it with a way back
        </Button>
      </div>
    </Section>
  );
}

function Dialogs() {
  const [open, setOpen] = useState<'dialog' | 'alert'>();
  const [reason, setReason] = useState('');
  const close = (): void => setOpen(undefined);
  return (
    <>
      <Button onPress={() => setOpen('dialog')}>Open a dialog</Button>
      <Button onPress={() => setOpen('alert')}>Ask first</Button>
      <Dialog
        title="Take a break"
        isOpen={open === 'dialog'}
        onClose={close}
        actions={
          <>
            <Button onPress={close}>Go on without a break</Button>
            <Button tone="primary" onPress={close}>
              Stop the clock
            </Button>
          </>
        }
      >
        <p>The clock stops until you go on. The reason is part of the record.</p>
        <TextField label="Reason" value={reason} onChange={setReason} autoFocus />
      </Dialog>
      <AlertDialog
        title="Strike this note?"
        isOpen={open === 'alert'}
        onClose={close}
        action="Strike note"
        cancel="Keep the note"
        onAction={() =>
          Promise.reject({ code: 'note.linked', message: 'The note is evidence for K6. Unlink it there first.' })
        }
      >
        <p>It stays in the record, struck through, with your reason, and can no longer be evidence.</p>
        <TextField label="Reason" value={reason} onChange={setReason} />
      </AlertDialog>
    </>
  );
}
