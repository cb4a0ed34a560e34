import { formatCount } from '../../../shared/british.ts';
import { type LabelledDescriptor, labelledDescriptors, themeLetter } from '../../../shared/domain/descriptor-labels.ts';
import type { Method, Plan, Theme } from '../../../shared/domain/plan.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { KsbChip, KsbList } from '../../ui/ksb-chip.tsx';
import { Section } from '../../ui/section.tsx';

interface PlanThemesProps {
  readonly plan: Plan;
  readonly texts: ReadonlyMap<string, string>;
}

/** The themes of every method with their pass and distinction descriptors and the KSBs of each. */
export function PlanThemes({ plan, texts }: PlanThemesProps) {
  return (
    <div className="stack plan-part">
      {plan.methods.map(method => (
        <Section key={method.key} title={method.name} note={formatCount(method.themes.length, 'theme')}>
          {method.themes.length === 0 ? (
            <p className="muted">Themes and descriptors are left open in this plan.</p>
          ) : (
            <Themes method={method} texts={texts} />
          )}
        </Section>
      ))}
    </div>
  );
}

function Themes({ method, texts }: { readonly method: Method; readonly texts: ReadonlyMap<string, string> }) {
  const descriptors = labelledDescriptors(method);
  return (
    <div>
      {method.themes.map((theme, index) => (
        <Disclosure
          key={theme.key}
          title={`Theme ${themeLetter(index)}: ${theme.title}`}
          note={noteOf(theme)}
          isOpenAtFirst={index === 0}
        >
          <ol className="descriptors">
            {descriptors
              .filter(({ theme: { key } }) => key === theme.key)
              .map(labelled => (
                <DescriptorLine key={labelled.label} labelled={labelled} texts={texts} />
              ))}
          </ol>
        </Disclosure>
      ))}
    </div>
  );
}

function noteOf({ ksbs, minimumQuestions }: Theme): string {
  const questions = minimumQuestions === undefined ? '' : ` · at least ${formatCount(minimumQuestions, 'question')}`;
  return `${formatCount(ksbs.length, 'KSB')}${questions}`;
}

interface DescriptorLineProps {
  readonly labelled: LabelledDescriptor;
  readonly texts: ReadonlyMap<string, string>;
}

function DescriptorLine({ labelled: { label, descriptor }, texts }: DescriptorLineProps) {
  return (
    <li className="descriptor">
      <span className="descriptor-label figures">{label}</span>
      <p>
        <span className="descriptor-grade" data-tone={descriptor.grade === 'distinction' ? 'distinction' : 'met'}>
          {descriptor.grade === 'distinction' ? 'Distinction' : 'Pass'}
        </span>{' '}
        {descriptor.text}
      </p>
      <KsbList>
        {descriptor.ksbs.map(code => (
          <KsbChip key={code} code={code} text={texts.get(code)} />
        ))}
      </KsbList>
    </li>
  );
}
