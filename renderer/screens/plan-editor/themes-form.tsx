import { capitalised, formatCount } from '../../../shared/british.ts';
import { themeLetter } from '../../../shared/domain/descriptor-labels.ts';
import { type Descriptor, descriptorsOf, type Method, type Theme } from '../../../shared/domain/plan.ts';
import { blankTheme, freshKey } from '../../../shared/domain/plan-blank.ts';
import type { PlanPlace } from '../../../shared/domain/plan-finding.ts';
import { KsbChip, KsbList } from '../../ui/ksb-chip.tsx';
import { DescriptorText } from './descriptor-text.tsx';
import { Entries } from './entries.tsx';
import { ChoiceAt, NumberAt, TextAt } from './fields.tsx';
import { GradingOfMethod } from './grading-form.tsx';
import { KsbsAt } from './ksbs-field.tsx';
import { Group } from './open-group.tsx';
import { PastedDescriptors } from './pasted-descriptors.tsx';
import { PathwayAt } from './pathway-field.tsx';
import { usePlanDesk } from './plan-desk.ts';

/** What one method is judged by: its themes with their descriptors, and how its grade follows from them. */
export function ThemesForm({ index }: { readonly index: number }) {
  const { plan, words } = usePlanDesk();
  const method = plan.methods[index];
  if (!method) return null;
  const place: PlanPlace = ['methods', index];
  const noun = capitalised(words.theme);
  return (
    <>
      <Group title={capitalised(words.themes)}>
        <NotInThemes method={method} />
        <Entries
          place={[...place, 'themes']}
          noun={words.theme}
          empty={`${method.name} has no ${words.theme} yet.`}
          make={() => blankTheme(method)}
          titleOf={at => `${noun} ${themeLetter(at)}${titled(method.themes[at])}`}
        >
          {(theme, at) => <ThemeFields method={method} place={theme} letter={themeLetter(at)} />}
        </Entries>
      </Group>
      <GradingOfMethod method={method} index={index} />
    </>
  );
}

const titled = (theme: Theme | undefined): string => (theme?.title ? `: ${theme.title}` : '');

/** The KSBs of the method that none of its themes holds yet. */
function NotInThemes({ method }: { readonly method: Method }) {
  const { ksbs, words } = usePlanDesk();
  const themed = new Set(method.themes.flatMap(theme => theme.ksbs));
  const left = method.ksbs.filter(code => !themed.has(code));
  if (left.length === 0 || method.gradeRule?.kind === 'score') return null;
  return (
    <div className="stack stack-tight">
      <p className="muted">
        {formatCount(left.length, 'KSB')} of this method in no {words.theme} yet:
      </p>
      <KsbList>
        {left.map(code => (
          <KsbChip key={code} code={code} text={ksbs.find(ksb => ksb.code === code)?.text} />
        ))}
      </KsbList>
    </div>
  );
}

interface ThemeFieldsProps {
  readonly method: Method;
  readonly place: PlanPlace;
  readonly letter: string;
}

function ThemeFields({ method, place, letter }: ThemeFieldsProps) {
  const { plan } = usePlanDesk();
  const descriptors = method.themes[Number(place.at(-1))]?.descriptors ?? [];
  const make = (): Descriptor => ({
    key: freshKey(
      'descriptor',
      descriptorsOf(method).map(({ descriptor }) => descriptor),
    ),
    grade: 'pass',
    text: '',
    ksbs: [],
  });
  return (
    <>
      <div className="editor-grid">
        <TextAt place={[...place, 'title']} />
        <NumberAt place={[...place, 'minimumQuestions']} most={100} isOptional />
        <PathwayAt place={[...place, 'pathway']} />
      </div>
      <KsbsAt place={[...place, 'ksbs']} />
      {plan.planModel === 'aap' || (method.themes[Number(place.at(-1))]?.mandatoryKsbs ?? []).length > 0 ? (
        <KsbsAt
          place={[...place, 'mandatoryKsbs']}
          isOptional
          description="Left empty, every statement is in every assessment version."
        />
      ) : null}
      <Entries
        place={[...place, 'descriptors']}
        noun="descriptor"
        empty="No descriptor yet."
        make={make}
        titleOf={at => `${letter}${at + 1}`}
      >
        {descriptor => (
          <div className="descriptor-fields">
            <ChoiceAt
              place={[...descriptor, 'grade']}
              isLabelHidden
              choices={{ pass: 'Pass', distinction: 'Distinction' }}
            />
            <DescriptorText place={descriptor} />
            <KsbsAt place={[...descriptor, 'ksbs']} />
          </div>
        )}
      </Entries>
      <PastedDescriptors place={[...place, 'descriptors']} method={method} count={descriptors.length} />
    </>
  );
}
