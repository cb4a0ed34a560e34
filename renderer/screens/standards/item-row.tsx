import type { FrameworkItem } from '../../../shared/domain/framework.ts';
import { KsbChip } from '../../ui/ksb-chip.tsx';
import { ListRow } from '../../ui/list.tsx';
import { copiedItem } from './standard-items.ts';

/** A duty or KSB as a row of a list: its code and its whole text. */
export function ItemRow({ item }: { readonly item: FrameworkItem }) {
  const { code, kind, text } = item;
  return (
    <ListRow
      id={code}
      text={copiedItem(item)}
      lead={
        <span className="item-code">
          {kind === 'duty' ? <span className="duty">{code}</span> : <KsbChip code={code} />}
        </span>
      }
      title={<span className="item-text">{text}</span>}
    />
  );
}
