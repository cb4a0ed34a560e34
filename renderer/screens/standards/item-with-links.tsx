import { Copy } from 'lucide-react';
import type { Framework, FrameworkItem } from '../../../shared/domain/framework.ts';
import { Button } from '../../ui/button.tsx';
import { List } from '../../ui/list.tsx';
import { Section } from '../../ui/section.tsx';
import { ItemRow } from './item-row.tsx';
import { groupedByKind, linkedWith } from './standard-items.ts';

interface ItemWithLinksProps {
  readonly framework: Framework;
  readonly item: FrameworkItem;
  readonly onOpen: (code: string) => void;
  readonly onCopy: () => void;
}

/** A duty with its KSBs, or a KSB with its duties; each leads on to the other side. */
export function ItemWithLinks({ framework, item, onOpen, onCopy }: ItemWithLinksProps) {
  const groups = groupedByKind(linkedWith(framework, item.code));
  return (
    <div className="stack item-detail">
      <div className="stack stack-tight">
        <p className="item-statement">{item.text}</p>
        <div className="row">
          <Button size="dense" icon={Copy} keys="c" onPress={onCopy}>
            Copy code and text
          </Button>
        </div>
      </div>
      {groups.length === 0 ? <p className="muted">It is linked with nothing in this standard.</p> : null}
      {groups.map(({ kind, title, items }) => (
        <Section key={kind} title={title} note={String(items.length)}>
          <div className="dense">
            <List label={title} rows={items.map(linked => ({ ...linked, id: linked.code }))} onOpen={onOpen}>
              {({ id: _, ...linked }) => <ItemRow item={linked} />}
            </List>
          </div>
        </Section>
      ))}
    </div>
  );
}
