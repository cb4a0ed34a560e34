import { formatCount, formatDateTime, formatNumber } from '../../shared/british.ts';
import type { DfeWrittenFile } from '../../shared/contract/dfe.ts';
import { dfeKindName } from '../../shared/domain/dfe/kinds.ts';
import { useAsk } from '../api.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { FactList } from '../ui/fact-list.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { RouteLink } from '../ui/route-link.tsx';

/** Every file that was written for the assessment service: when, its hash, and who was in it. */
export function DfeWrittenScreen() {
  const { data, error } = useAsk('dfe.files', {});
  return (
    <div className="page">
      <PageHeader
        title="Files written"
        crumbs={[{ title: 'DfE files', route: { page: 'dfe' } }]}
        facts={data ? [formatCount(data.length, 'file')] : []}
      />
      {error ? <ErrorPanel title="The files could not be shown" error={error} /> : null}
      {data?.length === 0 ? (
        <EmptyState
          title="No file was written yet"
          action={
            <RouteLink to={{ page: 'dfe' }} look="primary">
              Write one
            </RouteLink>
          }
        >
          Each file that is written for the assessment service is listed here with its hash, so that it can be told
          later whether a file is still as it was written.
        </EmptyState>
      ) : null}
      {data ? data.map(file => <WrittenFile key={file.id} file={file} />) : error ? null : <Loading what="the files" />}
    </div>
  );
}

function WrittenFile({ file }: { readonly file: DfeWrittenFile }) {
  const { id, number, kind, form, fileName, sha256, sizeBytes, writtenAt, learners } = file;
  return (
    <Disclosure
      level={2}
      isLazy
      title={`${number}. ${dfeKindName(kind)} (${form.toUpperCase()})`}
      note={`${formatCount(learners, 'learner')}, ${formatDateTime(writtenAt)}`}
    >
      <FactList
        layout="rows"
        facts={[
          { name: 'File', value: fileName },
          { name: 'SHA-256', value: <code className="fingerprint">{sha256}</code> },
          { name: 'Size', value: `${formatNumber(sizeBytes)} bytes` },
          { name: 'Learners', value: <Learners fileId={id} /> },
        ]}
      />
    </Disclosure>
  );
}

/** Who was in a file, each under the request id by which the service answers. */
function Learners({ fileId }: { readonly fileId: string }) {
  const { data, error } = useAsk('dfe.writtenLearners', { fileId });
  if (!data) return error ? <ErrorPanel error={error} /> : <Loading what="the learners" lines={2} />;
  return (
    <ul>
      {data.map(({ requestId, name, assessmentId }) => (
        <li key={requestId}>
          {`${requestId}: `}
          <RouteLink to={{ page: 'assessment', id: assessmentId }}>{name}</RouteLink>
        </li>
      ))}
    </ul>
  );
}
