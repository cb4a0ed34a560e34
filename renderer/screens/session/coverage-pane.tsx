import { CheckCheck } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Header, type Key, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import { formatCount } from '../../../shared/british.ts';
import type { KsbCoverage, ThemeCoverage } from '../../../shared/domain/coverage.ts';
import { CoverageOutlook } from './coverage-outlook.tsx';
import { KsbDetail } from './ksb-detail.tsx';
import { expectations, useSessionPlanning } from './look-fors.tsx';
import type { SessionDesk } from './use-session-desk.ts';

/** Theme by theme how often each KSB was seen; arrows go through them, Enter shows one and, pressed again, puts it into the note. */
export function CoveragePane({ desk }: { readonly desk: SessionDesk }) {
  const { themes } = desk.coverage;
  const enough = new Set(desk.view.marks.enough.map(({ about }) => about));
  const expected = expectations(useSessionPlanning(desk));
  const selected = themes.flatMap(theme =>
    theme.ksbs.filter(({ code }) => code === desk.ksb).map(({ code }) => cellId(theme.themeKey, code)),
  );
  /** Ahead of the list's own keys, which would only deselect. */
  const press = (event: KeyboardEvent): void => {
    if (desk.ksb === null || !(event.target instanceof HTMLElement)) return;
    if (event.key === 'Enter' && event.target.ariaSelected === 'true') desk.line.current?.tag(desk.ksb);
    else if (event.key === 'Escape') desk.setKsb(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div onKeyDownCapture={press}>
      <CoverageOutlook desk={desk} />
      <ListBox
        className="cover"
        aria-label="KSBs of this method"
        layout="grid"
        selectionMode="single"
        selectedKeys={selected}
        onSelectionChange={keys => {
          const [key] = keys === 'all' ? [] : keys;
          desk.setKsb(key === undefined ? null : codeOfCell(key));
        }}
      >
        {themes.map(theme => (
          <ThemeCover key={theme.themeKey} theme={theme} enough={enough} expected={expected} />
        ))}
      </ListBox>
    </div>
  );
}

/** How much was seen, beside the pane's title. */
export function CoverageCount({ desk }: { readonly desk: SessionDesk }) {
  const { seen, total } = desk.coverage;
  return (
    <span className="count-mark" data-reached={seen === total || undefined}>
      <span className="figures">
        {seen} of {total} seen
      </span>
    </span>
  );
}

/** Under the coverage: the KSB that is looked at. */
export function coverageFoot(desk: SessionDesk) {
  return desk.ksb === null ? undefined : <KsbDetail desk={desk} code={desk.ksb} />;
}

const cellId = (themeKey: string, code: string): string => `${themeKey}:${code}`;
const codeOfCell = (key: Key): string => String(key).split(':').at(-1) ?? '';

interface ThemeCoverProps {
  readonly theme: ThemeCoverage;
  /** The KSBs of which the assessor has seen enough. */
  readonly enough: ReadonlySet<string>;
  /** How each KSB was planned to be shown. */
  readonly expected: ReadonlyMap<string, 'see' | 'ask'>;
}

function ThemeCover({ theme, enough, expected }: ThemeCoverProps) {
  return (
    <ListBoxSection className="cover-theme" id={theme.themeKey}>
      <Header className="cover-title">
        <span>
          <span className="plan-label">{theme.label}</span> {theme.title}
        </span>
        <span className="cover-count figures">
          {theme.seen} of {theme.total}
        </span>
      </Header>
      {theme.ksbs.map(ksb => (
        <KsbCell
          key={ksb.code}
          id={cellId(theme.themeKey, ksb.code)}
          ksb={ksb}
          isEnough={enough.has(ksb.code)}
          plan={expected.get(ksb.code)}
        />
      ))}
    </ListBoxSection>
  );
}

/** Dots drawn before the count is written as a figure. */
const mostDots = 4;

interface KsbCellProps {
  readonly id: string;
  readonly ksb: KsbCoverage;
  readonly isEnough: boolean;
  readonly plan: 'see' | 'ask' | undefined;
}

const planWords = { see: ', expected to be seen', ask: ', a question must reach it' } as const;

function KsbCell({ id, ksb, isEnough, plan }: KsbCellProps) {
  const { code, evidence, questions } = ksb;
  // What was planned is told as long as it is waited for.
  const waitsFor = evidence > 0 || (plan === 'ask' && questions > 0) ? undefined : plan;
  const words =
    evidence > 0 ? `seen ${formatCount(evidence, 'time')}` : questions > 0 ? 'asked, not seen yet' : 'not seen yet';
  return (
    <ListBoxItem
      id={id}
      className="cover-ksb"
      textValue={code}
      aria-label={`${code}, ${words}${isEnough ? ', enough' : ''}${waitsFor ? planWords[waitsFor] : ''}`}
      data-enough={isEnough || undefined}
      data-seen={evidence > 0 ? 'yes' : questions > 0 ? 'asked' : 'no'}
    >
      <span className="cover-code">{code}</span>
      <span className="cover-dots" aria-hidden="true">
        {isEnough ? (
          <CheckCheck size={14} strokeWidth={2.5} />
        ) : evidence > mostDots ? (
          <span className="figures">×{evidence}</span>
        ) : waitsFor ? (
          <span className="cover-plan">{waitsFor}</span>
        ) : (
          Array.from({ length: Math.max(evidence, 1) }, (_, dot) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the dots are alike
            <span key={dot} className="cover-dot" />
          ))
        )}
      </span>
    </ListBoxItem>
  );
}
