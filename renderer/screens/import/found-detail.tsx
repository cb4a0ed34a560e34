import type { FoundFramework, FrameworksPreview } from '../../../shared/contract/imports.ts';
import type { Output } from '../../../shared/contract.ts';
import { useAction, useAsk } from '../../api.ts';
import { Banner } from '../../ui/banner.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Section } from '../../ui/section.tsx';
import { DifferenceList, PlainStatements } from './difference-list.tsx';
import { changesInWords, countsInWords, linksInWords } from './import-words.ts';
import { type Names, NamesForm, notStated } from './names-form.tsx';
import { RepairTable, ReviewList } from './repairs.tsx';

interface FoundDetailProps {
  readonly previewId: string;
  readonly found: FoundFramework;
  readonly onPreview: (preview: FrameworksPreview) => void;
}

/** One framework of a file: what was found, what has to be said or checked, and its statements against what is held. */
export function FoundDetail({ previewId, found, onPreview }: FoundDetailProps) {
  const { index } = found;
  const detail = useAsk('framework.importDetail', { previewId, index });
  const amend = useAction('framework.amendImport');
  const setNames = (names: Names): void => amend.start({ previewId, index, names }, onPreview);
  const setWord = (repair: number, word: string): void =>
    amend.start({ previewId, index, words: [{ repair, word }] }, onPreview);
  return (
    <div className="stack item-detail">
      <Standing found={found} />
      {amend.error ? <ErrorPanel error={amend.error} /> : null}
      <Disclosure
        key={`${found.standing} ${found.reference} ${found.version} ${found.title}`}
        title="Reference, version and title"
        isOpenAtFirst={needsNames(found)}
      >
        <NamesForm found={found} isPending={amend.isPending} onNames={setNames} />
      </Disclosure>
      <FactList layout="rows" facts={factsOf(found)} />
      {detail.error ? <ErrorPanel error={detail.error} /> : null}
      {detail.data ? (
        <Findings found={found} detail={detail.data} isPending={amend.isPending} onWord={setWord} />
      ) : detail.error ? null : (
        <Loading what="what was found" />
      )}
    </div>
  );
}

/** Whether a person has to say, or should, what the source does not. */
const needsNames = ({ standing, version }: FoundFramework): boolean =>
  standing === 'clash' || standing === 'unnamed' || version === notStated;

function factsOf(found: FoundFramework) {
  const { version, level, counts, links, comparedWith, changes } = found;
  return [
    { name: 'Version', value: version },
    ...(level === null ? [] : [{ name: 'Level', value: level }]),
    { name: 'Statements', value: countsInWords(counts) },
    { name: 'Links', value: linksInWords(links) },
    ...(comparedWith && changes
      ? [{ name: `Against version ${comparedWith.version}`, value: changesInWords(changes) }]
      : []),
  ];
}

function Standing({ found }: { readonly found: FoundFramework }) {
  const { standing, reference, version, comparedWith } = found;
  switch (standing) {
    case 'new':
      return null;
    case 'version':
      return (
        <Banner kind="info" title={`Version ${comparedWith?.version ?? ''} of ${reference} is here already`}>
          This one will stand beside it. Assessments stay with the version that they were begun with.
        </Banner>
      );
    case 'same':
      return (
        <Banner kind="info" title="It is here already, word for word">
          There is nothing to import.
        </Banner>
      );
    case 'clash':
      return (
        <Banner kind="warning" title={`${reference} version ${version} is here with other words`}>
          Nothing is overwritten. Under which version label should this one stand beside it?
        </Banner>
      );
    case 'unnamed':
      return (
        <Banner kind="warning" title="It has no reference">
          Which reference should tell it from other standards?
        </Banner>
      );
    case 'empty':
      return (
        <Banner kind="warning" title="It has no statement">
          Nobody can be assessed against it. Import the document that holds the statements.
        </Banner>
      );
  }
}

interface FindingsProps {
  readonly found: FoundFramework;
  readonly detail: Output<'framework.importDetail'>;
  readonly isPending: boolean;
  readonly onWord: (repair: number, word: string) => void;
}

function Findings({ found, detail, isPending, onWord }: FindingsProps) {
  const { repairs, problems, unused, comparison } = detail;
  const { comparedWith, toReview } = found;
  return (
    <>
      {toReview > 0 ? (
        <Section title="Words to be checked by you" note={String(toReview)}>
          <ReviewList repairs={repairs} isPending={isPending} onWord={onWord} />
        </Section>
      ) : null}
      <div className="stack stack-tight">
        <Disclosure
          key={String(problems.length > 0)}
          title="Could not be resolved"
          note={String(problems.length)}
          isOpenAtFirst={problems.length > 0}
        >
          <Problems problems={problems} />
        </Disclosure>
        <Disclosure title="Repaired" note={String(repairs.length)}>
          {repairs.length > 0 ? <RepairTable repairs={repairs} /> : <p className="muted">Nothing had to be mended.</p>}
        </Disclosure>
        {unused.length > 0 ? (
          <Disclosure title="Fields that are not used" note={String(unused.length)}>
            <p className="prose">{unused.join(', ')}</p>
          </Disclosure>
        ) : null}
      </div>
      <Section title={comparedWith ? `Against version ${comparedWith.version}, statement by statement` : 'Statements'}>
        {comparedWith ? (
          <DifferenceList comparison={comparison} />
        ) : (
          <PlainStatements statements={comparison.statements} />
        )}
      </Section>
    </>
  );
}

/** What could not be read or resolved, and what became of it. */
export function Problems({ problems }: { readonly problems: FrameworksPreview['problems'] }) {
  if (problems.length === 0) return <p className="muted">Everything was read and every link leads somewhere.</p>;
  return (
    <ul className="plain-lines prose">
      {problems.map(({ place, message }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: problems have no name of their own and keep their order
        <li key={index}>
          <span className="strong">{place}:</span> {message}
        </li>
      ))}
    </ul>
  );
}
