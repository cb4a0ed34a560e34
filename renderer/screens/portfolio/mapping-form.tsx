import { MapPin, Plus, Trash2 } from 'lucide-react';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { capitalised, formatDateTime } from '../../../shared/british.ts';
import type { PortfolioPiece } from '../../../shared/contract/portfolio.ts';
import { type Stretch, stretchWords, typedStretch, unitOfPlaces } from '../../../shared/domain/portfolio.ts';
import { useActions } from '../../actions.ts';
import { useAction, useAsk } from '../../api.ts';
import { useFlush } from '../../drafts.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { draftOf, type MappingDraft, mappingOf, newPlace, type PlaceDraft, type Problems } from './mapping-draft.ts';
import type { ViewHandle } from './piece-view.tsx';
import { portfolioKeys } from './portfolio-keys.ts';

interface MappingFormProps {
  readonly piece: PortfolioPiece;
  readonly statements: readonly { readonly code: string; readonly text: string }[];
  readonly viewer: RefObject<ViewHandle | null>;
}

/** What a piece shows, as a whole and place by place; kept as it is typed. */
export function MappingForm({ piece, statements, viewer }: MappingFormProps) {
  const mapping = useMapping(piece, new Set(statements.map(({ code }) => code)));
  const { draft, change, keep, problems, isOpen } = mapping;
  const unit = unitOfPlaces(piece.kind);
  return (
    <form className="mapping stack" onSubmit={event => event.preventDefault()} onBlur={keep}>
      <TextField
        label="Title"
        value={draft.title}
        onChange={title => change({ title })}
        maxLength={200}
        isReadOnly={!isOpen}
        error={problems['title']}
      />
      <TextField
        label="KSBs of the whole"
        isOptional
        placeholder="K5 S2"
        value={draft.codes}
        onChange={codes => change({ codes })}
        isReadOnly={!isOpen}
        error={problems['codes']}
      />
      {unit === null ? null : <Places mapping={mapping} unit={unit} viewer={viewer} />}
      <TextArea
        label="Remark"
        isOptional
        value={draft.remark}
        onChange={remark => change({ remark })}
        maxLength={1000}
        isReadOnly={!isOpen}
      />
      <p className="small muted" role="status">
        {mapping.standing}
      </p>
      {mapping.error ? <ErrorPanel title="The mapping was not saved" error={mapping.error} /> : null}
      {piece.earlierVersions > 0 ? <EarlierMappings piece={piece} /> : null}
    </form>
  );
}

interface PlacesProps extends Pick<MappingFormProps, 'viewer'> {
  readonly mapping: ReturnType<typeof useMapping>;
  readonly unit: Stretch['unit'];
}

/** The places of a piece, and adding one where the viewer is. */
function Places({ mapping, unit, viewer }: PlacesProps) {
  const { draft, change, problems, isOpen } = mapping;
  const field = useRef<HTMLFieldSetElement>(null);
  const addPlace = (): void => {
    change({ places: [...draft.places, newPlace(crypto.randomUUID(), viewer.current?.here() ?? null)] });
    requestAnimationFrame(() => focusNewPlace(field.current));
  };
  const add = unit === 'second' ? 'Add a place at this time' : 'Add a place on this page';
  useActions(
    isOpen
      ? [{ id: 'portfolio.place', title: add, section: 'Portfolio', keys: portfolioKeys.place, run: addPlace }]
      : [],
  );
  const changed = (id: string, change: Partial<PlaceDraft>): readonly PlaceDraft[] =>
    draft.places.map(one => (one.id === id ? { ...one, ...change } : one));
  const show = ({ where }: PlaceDraft): void => {
    const read = typedStretch(where, unit);
    if ('stretch' in read) viewer.current?.goTo(read.stretch);
  };
  return (
    <fieldset ref={field} className="stack stack-tight">
      <legend className="field-label">Places</legend>
      {draft.places.length === 0 ? <p className="muted">None yet. {placesHint(unit)}</p> : null}
      {draft.places.map(place => (
        <PlaceFields
          key={place.id}
          {...{ place, unit, isOpen, problems }}
          onChange={part => change({ places: changed(place.id, part) })}
          onRemove={() => mapping.keepNow({ places: draft.places.filter(one => one.id !== place.id) })}
          onShow={() => show(place)}
        />
      ))}
      {isOpen ? (
        <div>
          <Button size="dense" icon={Plus} keys={portfolioKeys.place} onPress={addPlace}>
            {add}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}

/** What was said of the piece before each correction, the latest first. */
function EarlierMappings({ piece }: { readonly piece: PortfolioPiece }) {
  const { data = [] } = useAsk('portfolio.history', { id: piece.id });
  return (
    <Disclosure title="What it said before" note={piece.earlierVersions} level={3}>
      <ol className="stack stack-tight">
        {data.map(({ version, until, title, ksbs, places, remark }) => (
          <li key={version}>
            <p className="small muted">Until {formatDateTime(until)}</p>
            <p>
              <strong>{title}</strong> {ksbs.join(' ')}
            </p>
            {places.map(place => (
              <p key={place.id}>
                {capitalised(stretchWords(place.stretch))}: {[place.ksbs.join(' '), place.remark].join(' ').trim()}
              </p>
            ))}
            {remark === '' ? null : <p>{remark}</p>}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}

const placesHint = (unit: 'page' | 'second'): string =>
  unit === 'page' ? 'Say on which pages what is shown.' : 'Say from when to when what is shown.';

function focusNewPlace(places: HTMLElement | null): void {
  const fields = places?.querySelectorAll<HTMLInputElement>('.place .place-where input');
  const last = fields?.[fields.length - 1];
  last?.focus();
  last?.select();
}

interface PlaceFieldsProps {
  readonly place: PlaceDraft;
  readonly unit: 'page' | 'second';
  readonly isOpen: boolean;
  readonly problems: Problems;
  readonly onChange: (change: Partial<PlaceDraft>) => void;
  readonly onRemove: () => void;
  readonly onShow: () => void;
}

function PlaceFields({ place, unit, isOpen, problems, onChange, onRemove, onShow }: PlaceFieldsProps) {
  const name = place.where === '' ? 'new place' : `${unit === 'page' ? 'page' : 'time'} ${place.where}`;
  return (
    <div className="place dense">
      <div className="place-where">
        <TextField
          label={unit === 'page' ? 'Pages' : 'Times'}
          placeholder={unit === 'page' ? '3-5' : '12:30-14:00'}
          value={place.where}
          onChange={where => onChange({ where })}
          isReadOnly={!isOpen}
          error={problems[`where:${place.id}`]}
        />
      </div>
      <div className="place-codes">
        <TextField
          label="KSBs"
          placeholder="K5 S2"
          value={place.codes}
          onChange={codes => onChange({ codes })}
          isReadOnly={!isOpen}
          error={problems[`codes:${place.id}`]}
        />
      </div>
      <span className="place-buttons">
        <IconButton label={`Show ${name}`} icon={MapPin} size="dense" onPress={onShow} />
        {isOpen ? (
          <IconButton label={`Remove ${name}`} icon={Trash2} size="dense" tone="danger" onPress={onRemove} />
        ) : null}
      </span>
      <div className="place-remark">
        <TextField
          label={`What ${name} shows`}
          isLabelHidden
          placeholder="What it shows (optional)"
          value={place.remark}
          onChange={remark => onChange({ remark })}
          maxLength={1000}
          isReadOnly={!isOpen}
        />
      </div>
    </div>
  );
}

/** How long typing pauses before the mapping is kept, in milliseconds. */
const keepWithin = 500;

/** The mapping of a piece as it is typed, and keeping it: when the typing pauses, when a field is left, and when the piece is. */
function useMapping(piece: PortfolioPiece, known: ReadonlySet<string>) {
  const isOpen = !piece.isLocked && piece.withdrawnReason === null;
  const [draft, setDraft] = useState(() => draftOf(piece));
  const [problems, setProblems] = useState<Problems>({});
  const map = useAction('portfolio.map');
  const kept = useRef(JSON.stringify(draftOf(piece)));
  /** What could not be saved is tried again when a field is left or something else is typed, not over and over. */
  const refused = useRef('');
  /** Keeps what is right; what is wrong is told only once its field is left, for it may not be typed to its end. */
  const keepDraft = async (next: MappingDraft, isTyping: boolean): Promise<void> => {
    const text = JSON.stringify(next);
    if (!isOpen || text === kept.current || (isTyping && text === refused.current)) return;
    const read = mappingOf(next, piece.kind, known);
    if (!isTyping || 'mapping' in read) setProblems('problems' in read ? read.problems : {});
    if (!('mapping' in read)) return;
    kept.current = text;
    await map.run({ id: piece.id, ...read.mapping }).catch(() => {
      kept.current = '';
      refused.current = text;
    });
  };
  const latest = useRef(() => keepDraft(draft, true));
  useEffect(() => {
    latest.current = () => keepDraft(draft, true);
    const timer = setTimeout(() => void latest.current(), keepWithin);
    return () => clearTimeout(timer);
  });
  useFlush(useCallback(() => latest.current(), []));
  return {
    isOpen,
    draft,
    problems,
    error: map.error,
    standing: standingOf(piece, Object.keys(problems).length > 0),
    change: (change: Partial<MappingDraft>): void => setDraft(before => ({ ...before, ...change })),
    keep: (): void => void keepDraft(draft, false),
    keepNow: (change: Partial<MappingDraft>): void => {
      const next = { ...draft, ...change };
      setDraft(next);
      void keepDraft(next, false);
    },
  };
}

function standingOf({ isLocked, withdrawnReason, earlierVersions }: PortfolioPiece, hasProblems: boolean): string {
  if (withdrawnReason !== null) return `Withdrawn: ${withdrawnReason}. It stays in the record as it is.`;
  if (isLocked) return 'A signed report lists this piece, so it stays as the report says.';
  if (hasProblems) return 'Not saved yet: put right what is marked above.';
  return earlierVersions > 0 ? 'Saved as you type; what it said before is kept.' : 'Saved as you type.';
}
