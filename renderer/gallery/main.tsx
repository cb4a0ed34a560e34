import '../no-eval.ts';
import { type ReactNode, StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { showTheme, type Theme, useTheme } from '../theme.ts';
import { SegmentedChoice } from '../ui/choices.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ToastRegion } from '../ui/toast.tsx';
import { ButtonSpecimens } from './buttons.tsx';
import { FieldSpecimens } from './fields.tsx';
import { ListSpecimens } from './lists.tsx';
import { MarkSpecimens } from './marks.tsx';
import { MessageSpecimens } from './messages.tsx';
import { PaneSpecimens } from './panes.tsx';
import '../styles/index.css';

function ThemeChoice() {
  const theme = useTheme();
  return (
    <SegmentedChoice<Theme>
      label="Theme"
      isLabelHidden
      value={theme}
      onChange={showTheme}
      segments={[
        { id: 'system', word: 'System' },
        { id: 'light', word: 'Light' },
        { id: 'dark', word: 'Dark' },
      ]}
    />
  );
}

const parts: Readonly<Record<string, ReactNode>> = {
  buttons: <ButtonSpecimens />,
  fields: <FieldSpecimens />,
  marks: <MarkSpecimens />,
  messages: <MessageSpecimens />,
  lists: <ListSpecimens />,
  panes: <PaneSpecimens />,
};

function Gallery() {
  const part = parts[location.hash.slice(1)];
  return (
    <main>
      <div className="page page-wide">
        <PageHeader
          title="Components"
          facts={['Every component of renderer/ui', 'in all its states']}
          actions={<ThemeChoice />}
        />
        {part ?? Object.values(parts)}
      </div>
      <ToastRegion />
    </main>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('gallery.html has no element #root');
createRoot(root).render(
  <StrictMode>
    <I18nProvider locale="en-GB">
      <Gallery />
    </I18nProvider>
  </StrictMode>,
);
