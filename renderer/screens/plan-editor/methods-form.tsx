import { Plus } from 'lucide-react';
import { useState } from 'react';
import { formatList } from '../../../shared/british.ts';
import type { MethodKind, Plan } from '../../../shared/domain/plan.ts';
import { blankMethod, methodKindNames } from '../../../shared/domain/plan-blank.ts';
import { withMoved, withoutMethod } from '../../../shared/domain/plan-edits.ts';
import { Button } from '../../ui/button.tsx';
import { AlertDialog } from '../../ui/dialog.tsx';
import { List, ListRow } from '../../ui/list.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { Select } from '../../ui/select.tsx';
import { Entries } from './entries.tsx';
import { ChoiceAt, NumberAt } from './fields.tsx';
import { Group, OpenGroup } from './open-group.tsx';
import { Place } from './place.tsx';
import { usePlanDesk } from './plan-desk.ts';

/** Most plans have two methods, none more than a handful: the shape of a plan allows six. */
const mostMethods = 6;

/** Which methods there are, and in which order an apprentice takes them. */
export function MethodsForm() {
  const { plan, change, goTo } = usePlanDesk();
  const [leaving, setLeaving] = useState<string>();
  const { methods } = plan;
  const add = (kind: MethodKind): void =>
    change(['methods', methods.length], before => ({
      ...before,
      methods: [...before.methods, blankMethod(kind, before)],
    }));
  return (
    <>
      <Group title="Methods">
        <Place place={['methods']}>
          <List
            label="Methods of the plan"
            rows={methods.map((method, index) => ({ ...method, id: method.key, index }))}
            onOpen={key => goTo(['methods', methods.findIndex(method => method.key === key), 'name'])}
            empty="The plan has no method yet."
            dependencies={[plan]}
          >
            {method => (
              <ListRow
                id={method.key}
                title={method.name || 'Method without a name'}
                text={method.name}
                detail={methodKindNames[method.kind]}
                trail={
                  <>
                    <Button
                      size="dense"
                      tone="quiet"
                      isDisabled={method.index === 0}
                      onPress={() => change(['methods'], before => withMoved(before, ['methods'], method.index, -1))}
                    >
                      Move up
                    </Button>
                    <Button size="dense" tone="quiet" onPress={() => setLeaving(method.key)}>
                      Remove
                    </Button>
                  </>
                }
              />
            )}
          </List>
          <div className="row">
            <MenuButton
              label="Add a method"
              icon={Plus}
              size="dense"
              groups={[
                {
                  choices: Object.entries(methodKindNames).map(([id, title]) => ({
                    id,
                    title,
                    isDisabled: methods.length >= mostMethods,
                    run: () => add(id as MethodKind),
                  })),
                },
              ]}
            />
          </div>
        </Place>
      </Group>
      {methods.length > 1 ? <Order /> : null}
      {plan.planModel === 'aap' || plan.shares ? <Shares /> : null}
      <AlertDialog
        title={`Remove ${methods.find(({ key }) => key === leaving)?.name || 'this method'}?`}
        isOpen={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        action="Remove method"
        onAction={() => leaving !== undefined && change(['methods'], before => withoutMethod(before, leaving))}
      >
        Its times, rules, themes and descriptors go with it, and its rows of the grade table. Undo brings them back.
      </AlertDialog>
    </>
  );
}

const orders = { any: 'Any order', fixed: 'A fixed order', passedBefore: 'One passed before another' } as const;

/** The order to begin with when a kind of order is chosen. */
function orderOf(kind: Plan['order']['kind'], { methods }: Plan): Plan['order'] {
  const [first, second] = methods;
  if (kind === 'fixed') return { kind, methods: methods.map(({ key }) => key) };
  if (kind === 'passedBefore' && first && second) return { kind, pairs: [{ earlier: first.key, later: second.key }] };
  return { kind: 'any' };
}

function Order() {
  const { plan, set } = usePlanDesk();
  const { order, methods } = plan;
  const nameOf = (key: string): string => methods.find(method => method.key === key)?.name ?? key;
  const [first, second] = methods;
  return (
    <Group title="Order">
      <ChoiceAt
        place={['order', 'kind']}
        label="Methods are taken"
        choices={orders}
        onChoose={kind => set(['order'], orderOf(kind, plan))}
      />
      {order.kind === 'fixed' ? (
        <Place place={['order', 'methods']}>
          <p>{formatList(order.methods.map((key, index) => `${index + 1}. ${nameOf(key)}`))}</p>
          <div className="editor-grid">
            {order.methods.map((key, index) => (
              <MethodChoice
                // biome-ignore lint/suspicious/noArrayIndexKey: a turn is known by its number
                key={index}
                label={`Turn ${index + 1}`}
                value={key}
                onChange={chosen => set(['order', 'methods'], swapped(order.methods, index, chosen))}
              />
            ))}
          </div>
        </Place>
      ) : null}
      {order.kind === 'passedBefore' ? (
        <Entries
          place={['order', 'pairs']}
          noun="pair"
          empty="No method waits for another."
          isOrdered={false}
          make={() => ({ earlier: first?.key, later: second?.key })}
        >
          {(place, index) => (
            <div className="editor-grid">
              <Place place={[...place, 'earlier']}>
                <MethodChoice
                  label="Passed first"
                  value={order.pairs[index]?.earlier ?? null}
                  onChange={key => set([...place, 'earlier'], key)}
                />
              </Place>
              <Place place={[...place, 'later']}>
                <MethodChoice
                  label="Taken afterwards"
                  value={order.pairs[index]?.later ?? null}
                  onChange={key => set([...place, 'later'], key)}
                />
              </Place>
            </div>
          )}
        </Entries>
      ) : null}
    </Group>
  );
}

/** The order with a method put in one turn, and what had that turn in its place. */
function swapped(keys: readonly string[], index: number, chosen: string): string[] {
  const other = keys.indexOf(chosen);
  return keys.map((key, turn) => (turn === index ? chosen : turn === other ? (keys[index] ?? key) : key));
}

interface MethodChoiceProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (key: string) => void;
}

function MethodChoice({ label, value, onChange }: MethodChoiceProps) {
  const { plan } = usePlanDesk();
  const choices = plan.methods.map(({ key, name }) => ({ id: key, title: name || key }));
  return <Select label={label} choices={choices} value={value} onChange={onChange} />;
}

function Shares() {
  return (
    <OpenGroup place={['shares']} title="Shares of the assessment" isOptional begin={() => ({})}>
      <div className="editor-grid">
        <NumberAt place={['shares', 'synopticPercent']} unit="%" most={100} isDecimal isOptional />
        <NumberAt place={['shares', 'organisationMarkedPercent']} unit="%" most={100} isDecimal isOptional />
      </div>
    </OpenGroup>
  );
}
