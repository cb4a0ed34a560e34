import { useActions } from '../actions.ts';
import { type SettingsSection, selectRoute, settingsSections } from '../routes.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { AuthoritySection } from './settings/authority-section.tsx';
import { PeopleSection } from './settings/people-section.tsx';
import { RoleSection } from './settings/role-section.tsx';
import { SamplingSection } from './settings/sampling-section.tsx';
import { StyleSection } from './settings/style-section.tsx';
import { TimestampSection } from './settings/timestamp-section.tsx';
import { TrustSection } from './settings/trust-section.tsx';
import { WorkbenchSettings } from './settings/workbench-settings.tsx';

const pages = [
  { id: 'workbench', title: 'Workbench', content: <WorkbenchSettings /> },
  {
    id: 'people',
    title: 'People and certificates',
    content: (
      <>
        <PeopleSection />
        <SamplingSection />
      </>
    ),
  },
  {
    id: 'organisation',
    title: 'Organisation',
    content: (
      <>
        <RoleSection />
        <StyleSection />
        <AuthoritySection />
      </>
    ),
  },
  {
    id: 'trust',
    title: 'Trust and time stamps',
    content: (
      <>
        <TrustSection />
        <TimestampSection />
      </>
    ),
  },
] as const;

function show(id: string): void {
  const section = settingsSections.find(known => known === id);
  selectRoute(section ? { page: 'settings', section } : { page: 'settings' });
}

interface SettingsScreenProps {
  readonly section: SettingsSection | undefined;
}

/** Everything that is set once: the workbench itself, the people and their certificates, the organisation, whom to trust. */
export function SettingsScreen({ section }: SettingsScreenProps) {
  useActions(
    pages.map(({ id, title }) => ({
      id: `settings.${id}`,
      title: `Settings: ${title}`,
      section: 'Settings',
      run: () => show(id),
    })),
  );
  return (
    <div className="page">
      <PageHeader title="Settings" />
      <Tabs
        label="Settings"
        selected={section ?? 'workbench'}
        onSelect={show}
        pages={pages.map(page => ({ ...page, content: <div className="settings-page">{page.content}</div> }))}
      />
    </div>
  );
}
