import { Dialog } from '../ui/dialog.tsx';
import { FactList } from '../ui/fact-list.tsx';

const versionOf = (product: string): string | undefined =>
  new RegExp(`${product}/([\\d.]+)`, 'i').exec(navigator.userAgent.replaceAll('-', ''))?.[1];

/** What the workbench is and which version of it runs. */
export function About({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title="About EPA Workbench" isOpen={isOpen} onClose={onClose}>
      <p>
        Run apprenticeship end-point assessments without a network, judge them against the plan, and issue results that
        anybody can check. Everything stays on this computer, encrypted.
      </p>
      <FactList
        layout="rows"
        facts={[
          { name: 'Version', value: versionOf('epaworkbench') ?? 'unknown' },
          { name: 'Electron', value: versionOf('electron') ?? 'unknown' },
          { name: 'Chromium', value: versionOf('chrome') ?? 'unknown' },
        ]}
      />
    </Dialog>
  );
}
