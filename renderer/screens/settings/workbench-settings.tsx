import { availableActions } from '../../actions.ts';
import { chooseTheme, type Theme, useTheme } from '../../theme.ts';
import { Button } from '../../ui/button.tsx';
import { SegmentedChoice } from '../../ui/choices.tsx';
import { Section } from '../../ui/section.tsx';
import { AuditLog } from './audit-log.tsx';
import { WorkspaceSection } from './workspace-section.tsx';

const context = { route: { page: 'settings' }, isOpen: true } as const;

function runAction(id: string): void {
  availableActions(context)
    .find(action => action.id === id)
    ?.run(context);
}

/** How the workbench looks, the open workspace, the keys, and the audit log. */
export function WorkbenchSettings() {
  return (
    <>
      <Section title="Look">
        <ThemeChoice />
      </Section>
      <WorkspaceSection />
      <Section title="Help">
        <div className="row">
          <Button keys="?" onPress={() => runAction('help.keys')}>
            Keys on this page
          </Button>
          <Button keys="Mod+K" onPress={() => runAction('palette.open')}>
            Find or do anything
          </Button>
          <Button onPress={() => runAction('help.about')}>About EPA Workbench</Button>
        </div>
      </Section>
      <AuditLog />
    </>
  );
}

const themes: readonly { readonly id: Theme; readonly word: string }[] = [
  { id: 'system', word: 'As the computer' },
  { id: 'light', word: 'Light' },
  { id: 'dark', word: 'Dark' },
];

function ThemeChoice() {
  const theme = useTheme();
  return <SegmentedChoice label="Theme" segments={themes} value={theme} onChange={chooseTheme} />;
}
