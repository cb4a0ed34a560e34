import { Plus } from 'lucide-react';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { Loading } from '../ui/loading.tsx';
import { Section } from '../ui/section.tsx';

/** What a page says of itself. */
export function MessageSpecimens() {
  return (
    <Section title="Messages">
      <Banner kind="practice" title="Practice">
        Nothing on this page counts, and every export says so.
      </Banner>
      <Banner kind="warning" actions={<Button size="dense">Explain</Button>}>
        Three questions in theme B, and the plan asks for four. Explain it, or ask another.
      </Banner>
      <Banner
        kind="recovered"
        title="The workbench stopped at 14:05, mid-note"
        actions={
          <>
            <Button size="dense">Put the words back</Button>
            <Button size="dense" tone="quiet">
              Show both
            </Button>
          </>
        }
      >
        “Asked what she would do if the designated lead were away: named the deputy and the out of hours…”
      </Banner>
      <ErrorPanel
        title="The report was not signed"
        error={{
          code: 'disk.full',
          message: 'The disk is full. Nothing was lost: free at least 40 MB and sign again.',
        }}
      >
        <Button>Try again</Button>
      </ErrorPanel>
      <EmptyState
        title="No apprentices yet"
        action={
          <Button tone="primary" icon={Plus}>
            Add an apprentice
          </Button>
        }
      >
        Everybody you assess stands here with their next step. Add the first one, or look around with the demonstration.
      </EmptyState>
      <Loading what="the session" />
    </Section>
  );
}
