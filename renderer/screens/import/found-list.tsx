import type { FoundFramework } from '../../../shared/contract/imports.ts';
import { Checkbox } from '../../ui/choices.tsx';
import { List, ListRow } from '../../ui/list.tsx';
import { focusNextPane } from '../../ui/pane-order.ts';
import { StatusTag } from '../../ui/status-tag.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { countsInWords, isTakable, standingTags } from './import-words.ts';

/** With more than these, only the rows in view are drawn. */
const mostDrawn = 60;

interface FoundListProps {
  readonly frameworks: readonly FoundFramework[];
  readonly chosen: ReadonlySet<number>;
  readonly selected: number;
  readonly onSelect: (index: number) => void;
  readonly onChoose: (index: number, isChosen: boolean) => void;
}

/** What a file holds, each with its standing and whether it is to be imported. */
export function FoundList({ frameworks, chosen, selected, onSelect, onChoose }: FoundListProps) {
  return (
    <List
      label="Found in this source"
      rows={frameworks.map(found => ({ ...found, id: String(found.index) }))}
      selected={String(selected)}
      onSelect={id => onSelect(Number(id))}
      onOpen={id => {
        onSelect(Number(id));
        focusNextPane(1);
      }}
      dependencies={[chosen]}
      isVirtual={frameworks.length > mostDrawn}
      empty="Nothing was found that could be imported."
    >
      {({ id, ...found }) => (
        <ListRow
          id={id}
          text={`${found.reference} ${found.title}`}
          lead={
            <Checkbox
              isSelected={chosen.has(found.index)}
              isDisabled={!isTakable(found)}
              onChange={isChosen => onChoose(found.index, isChosen)}
            >
              <VisuallyHidden>
                Import {found.reference} {found.title}
              </VisuallyHidden>
            </Checkbox>
          }
          title={`${found.reference} ${found.title}`}
          detail={detailOf(found)}
          trail={<StatusTag {...standingTags[found.standing]} />}
        />
      )}
    </List>
  );
}

function detailOf({ version, counts, toReview, problems }: FoundFramework): string {
  return [
    `Version ${version}`,
    countsInWords(counts),
    ...(toReview > 0 ? [`${toReview} to be checked`] : []),
    ...(problems > 0 ? [`${problems} not resolved`] : []),
  ].join(' · ');
}
