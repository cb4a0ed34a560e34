import { Eye, FilePlus2, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { formatDateTime, formatNumber } from '../../../shared/british.ts';
import type { DocumentWords, MadeDocument } from '../../../shared/contract/documents.ts';
import type { SignatureMark } from '../../../shared/contract/reports.ts';
import type { Output } from '../../../shared/contract.ts';
import { useActions } from '../../actions.ts';
import { useAction, useAsk } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { takesWords } from './document-additions.tsx';
import { DocumentPreview } from './document-preview.tsx';
import { purposes, signerWords } from './document-words.ts';
import { MakeDocumentDialog } from './make-document-dialog.tsx';
import { SaveDocument } from './save-document.tsx';

type Documents = Output<'document.list'>;
type Possible = Documents['possible'][number];

/** The documents that are made of an assessment: what each is for, what is in its way, and what was made. */
export function DocumentsSection({ assessmentId }: { readonly assessmentId: string }) {
  const { data, error } = useAsk('document.list', { assessmentId });
  return (
    <Section title="Documents">
      {error ? <ErrorPanel title="The documents could not be shown" error={error} /> : null}
      {data ? <DocumentList assessmentId={assessmentId} documents={data} /> : error ? null : <Loading what="them" />}
    </Section>
  );
}

interface DocumentListProps {
  readonly assessmentId: string;
  readonly documents: Documents;
}

function DocumentList({ assessmentId, documents: { possible, made } }: DocumentListProps) {
  const make = useAction('document.make');
  const [shown, setShown] = useState<MadeDocument | null>(null);
  const [making, setMaking] = useState<Possible['kind'] | null>(null);
  const [asked, setAsked] = useState<Possible | null>(null);
  const makeIt = ({ kind }: Possible, words: DocumentWords, mark?: SignatureMark): void => {
    setMaking(kind);
    make.start({ assessmentId, kind, words, ...(mark ? { mark } : {}) }, made => {
      setAsked(null);
      setShown(made);
    });
  };
  const start = (one: Possible): void => {
    make.reset();
    if (takesWords.has(one.kind)) setAsked(one);
    else makeIt(one, {});
  };
  useActions(
    possible
      .filter(({ blocked }) => blocked === null)
      .map(one => ({
        id: `document.make.${one.kind}`,
        title: `Make: ${one.title}`,
        section: 'Documents',
        run: () => start(one),
      })),
  );
  return (
    <>
      <ul className="documents">
        {possible.map(one => (
          <DocumentLine
            key={one.kind}
            possible={one}
            made={made.filter(({ kind }) => kind === one.kind)}
            isMaking={make.isPending && making === one.kind}
            onMake={() => start(one)}
            onShow={setShown}
          />
        ))}
      </ul>
      {make.error && !asked ? <ErrorPanel title="The document was not made" error={make.error} /> : null}
      {asked ? (
        <MakeDocumentDialog
          possible={asked}
          assessmentId={assessmentId}
          isPending={make.isPending}
          fault={make.error}
          onMake={(words, mark) => makeIt(asked, words, mark)}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {shown ? <DocumentPreview made={shown} onClose={() => setShown(null)} /> : null}
    </>
  );
}

interface DocumentLineProps {
  readonly possible: Possible;
  /** What was made of this kind, the latest first. */
  readonly made: readonly MadeDocument[];
  readonly isMaking: boolean;
  readonly onMake: () => void;
  readonly onShow: (made: MadeDocument) => void;
}

function DocumentLine({ possible, made, isMaking, onMake, onShow }: DocumentLineProps) {
  const { kind, title, blocked, signer } = possible;
  const [latest, ...earlier] = made;
  return (
    <li className="document">
      <div className="reviewed-words">
        <h3 className="document-title">{title}</h3>
        <p className="muted">{purposes[kind]}</p>
        {blocked === null ? (
          <p className="small muted">{signerWords[signer]}</p>
        ) : (
          <p className="document-blocked">
            <TriangleAlert size={14} aria-hidden /> {blocked}
          </p>
        )}
      </div>
      {blocked === null ? (
        <Button
          icon={FilePlus2}
          isPending={isMaking}
          onPress={onMake}
          aria-label={latest ? `Make a new version: ${title}` : `Make: ${title}`}
        >
          {latest ? 'Make a new version' : 'Make'}
        </Button>
      ) : null}
      {latest ? <MadeLine made={latest} onShow={onShow} /> : null}
      {earlier.length > 0 ? (
        <div className="document-earlier">
          <Disclosure title="Earlier versions" note={earlier.length} level={4}>
            {earlier.map(one => (
              <MadeLine key={one.id} made={one} onShow={onShow} />
            ))}
          </Disclosure>
        </div>
      ) : null}
    </li>
  );
}

interface MadeLineProps {
  readonly made: MadeDocument;
  readonly onShow: (made: MadeDocument) => void;
}

/** A document that was made, in one line. */
function MadeLine({ made, onShow }: MadeLineProps) {
  const name = `${made.title}, version ${made.version}`;
  return (
    <div className="document-made">
      <p className="row">
        <span>
          Version {made.version}, {formatDateTime(made.madeAt)}
        </span>
        <span className="muted figures">
          {made.documentId} · {formatNumber(made.sizeBytes / 1024)} kB
        </span>
        {made.signed ? <StatusTag tone="locked" word="Signed" /> : <StatusTag tone="neutral" word="Not signed" />}
      </p>
      <div className="row">
        <Button size="dense" icon={Eye} aria-label={`Preview: ${name}`} onPress={() => onShow(made)}>
          Preview
        </Button>
        <SaveDocument made={made} size="dense" />
      </div>
    </div>
  );
}
