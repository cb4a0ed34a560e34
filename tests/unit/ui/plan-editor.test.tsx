import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import type { PlanDesk } from '../../../renderer/screens/plan-editor/plan-desk.ts';
import { PlanDeskProvider } from '../../../renderer/screens/plan-editor/plan-desk.ts';
import { SectionForm } from '../../../renderer/screens/plan-editor/section-form.tsx';
import { sectionOfPlace, sectionsOf } from '../../../renderer/screens/plan-editor/sections.ts';
import { ksbsOf } from '../../../shared/domain/framework.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { withAt } from '../../../shared/domain/plan-edits.ts';
import { patternOfPlace, planFieldNames } from '../../../shared/domain/plan-field-names.ts';
import { findingsIn } from '../../../shared/domain/plan-findings.ts';
import { vocabularyOf } from '../../../shared/domain/plan-vocabulary.ts';
import { exampleStandard } from '../../fixtures/plans/example-standard.ts';
import { reformed } from '../../fixtures/plans/reformed.ts';
import { twoPathways } from '../../fixtures/plans/two-pathways.ts';

afterEach(cleanup);

/** The form of one section over a plan; the plan as it is after each change is told. */
function Editor(props: { readonly plan: Plan; readonly section: string; readonly onPlan?: (plan: Plan) => void }) {
  const [plan, setPlan] = useState(props.plan);
  const next = (changed: Plan): void => {
    setPlan(changed);
    props.onPlan?.(changed);
  };
  const desk: PlanDesk = {
    plan,
    framework: exampleStandard,
    ksbs: ksbsOf(exampleStandard),
    words: vocabularyOf(plan),
    findings: findingsIn(plan, exampleStandard),
    set: (place, value) => next(withAt(plan, place, value)),
    change: (_, change) => next(change(plan)),
    goTo: () => undefined,
  };
  const section = sectionsOf(plan).find(({ id }) => id === props.section) ?? { id: props.section, title: '' };
  return (
    <PlanDeskProvider value={desk}>
      <SectionForm section={section} target={null} onReached={() => undefined} />
    </PlanDeskProvider>
  );
}

/** The last plan that the form made of a plan. */
function edited(plan: Plan, section: string) {
  const seen = { plan };
  render(
    <Editor
      plan={plan}
      section={section}
      onPlan={changed => {
        seen.plan = changed;
      }}
    />,
  );
  return seen;
}

/** A plan that uses whatever a plan can say. */
const fullest: readonly Plan[] = [
  {
    ...twoPathways,
    order: { kind: 'passedBefore', pairs: [{ earlier: 'observation', later: 'professionalDiscussion' }] },
    dispensations: [{ from: '2026-11-21', reason: 'Flood', path: 'methods.observation.parts.part.minutes', value: 20 }],
    methods: twoPathways.methods.map((method, index) =>
      index === 0
        ? {
            ...method,
            gradeRule: { kind: 'score' as const, outOf: 40, boundaries: [{ grade: 'pass' as const, atLeast: 20 }] },
            conditions: { ...method.conditions, remoteAllowed: true },
          }
        : { ...method, gradeRule: { kind: 'count' as const, passAtLeast: 2 } },
    ),
  },
  { ...reformed, order: { kind: 'fixed', methods: ['observation', 'professionalDiscussion'] } },
];

/** What the standard or the program settles, so that there is nothing to type. */
const notTyped = ['origin', 'standard.reference', 'standard.version', 'standard.title', 'gradeTable.origin'];
/** What is set in a grid, cell by cell. */
const inGrids: Readonly<Record<string, string>> = {
  'methods.*.ksbs': 'methods',
  'gradeTable.rows.*.methods': 'gradeTable.rows',
  'gradeTable.rows.*.overall': 'gradeTable.rows',
};

describe('the plan editor', () => {
  test('has a field for every parameter of a plan, in the section where a finding leads to', () => {
    const places = new Map<string, string>();
    for (const plan of fullest) {
      for (const { id } of sectionsOf(plan)) {
        const { container } = render(<Editor plan={plan} section={id} />);
        for (const element of container.querySelectorAll<HTMLElement>('[data-place]')) {
          const place = (element.dataset['place'] ?? '')
            .split('.')
            .map(step => (/^\d+$/.test(step) ? Number(step) : step));
          places.set(patternOfPlace(place), id);
          if (place[0] === 'methods' && place.length < 3) continue;
          expect(sectionOfPlace(plan, place), `${place.join('.')} stands in ${id}`).toBe(id);
        }
        cleanup();
      }
    }
    const missing = Object.keys(planFieldNames).filter(
      pattern => !notTyped.includes(pattern) && !places.has(inGrids[pattern] ?? pattern),
    );
    expect(missing).toEqual([]);
  });

  test('speaks of themes in the one model and of assessment outcomes in the other', () => {
    expect(sectionsOf(twoPathways).map(({ title }) => title)).toContain('Themes and descriptors: Observation');
    expect(sectionsOf(reformed).map(({ title }) => title)).toContain(
      'Assessment outcomes and descriptors: Observation',
    );
    expect(sectionsOf(reformed).map(({ title }) => title)).toContain('Gateway to completion');
  });

  test('fills the matrix by keys: arrows move, Space sets and clears, a typed code goes to its row', () => {
    const seen = edited(twoPathways, 'map');
    const grid = screen.getByRole('grid');
    const cell = (name: RegExp) => within(grid).getByRole('gridcell', { name });
    cell(/^K1, Observation/).focus();
    fireEvent.keyDown(document.activeElement ?? grid, { key: ' ' });
    expect(seen.plan.methods[0]?.ksbs).not.toContain('K1');
    fireEvent.keyDown(document.activeElement ?? grid, { key: 'ArrowRight' });
    expect(document.activeElement).toBe(cell(/^K1, Professional discussion/));
    fireEvent.keyDown(document.activeElement ?? grid, { key: ' ' });
    expect(seen.plan.methods[1]?.ksbs[0]).toBe('K1');
    fireEvent.keyDown(document.activeElement ?? grid, { key: 's' });
    fireEvent.keyDown(document.activeElement ?? grid, { key: '3' });
    expect(document.activeElement).toBe(cell(/^S3, Professional discussion/));
    expect(screen.getByText('Example statement S3.', { selector: '.matrix-statement' })).toBeTruthy();
    fireEvent.keyDown(document.activeElement ?? grid, { key: 'End', ctrlKey: true });
    expect(document.activeElement).toBe(cell(/^B2, Professional discussion/));
  });

  test('recognises codes as they are typed, tells unknown ones, and takes those in brackets out of a descriptor', () => {
    const seen = edited(twoPathways, 'themes-observation');
    const codes = screen.getAllByRole('textbox', { name: /^KSBs/ })[0] as HTMLTextAreaElement;
    fireEvent.change(codes, { target: { value: 'k1-k2 and K9, hello' } });
    expect(seen.plan.methods[0]?.themes[0]?.ksbs).toEqual(['K1', 'K2', 'K9']);
    expect(screen.getByText('Not understood as a code: HELLO. ST9998 has no K9.')).toBeTruthy();
    const text = screen.getAllByRole('textbox', { name: 'Text' })[0] as HTMLTextAreaElement;
    fireEvent.change(text, { target: { value: 'Explains the route. (K3, S1)' } });
    fireEvent.blur(text);
    expect(seen.plan.methods[0]?.themes[0]?.descriptors[0]).toMatchObject({
      text: 'Explains the route.',
      ksbs: ['K1', 'K3', 'S1'],
    });
  });

  test('keeps a number that is none as it was and says so, and leaves open what may be open', () => {
    const seen = edited(twoPathways, 'method-observation');
    const minutes = screen.getByRole('textbox', { name: 'Minutes' });
    fireEvent.change(minutes, { target: { value: 'an hour' } });
    fireEvent.blur(minutes);
    expect(seen.plan.methods[0]?.parts[0]?.minutes).toBe(60);
    expect(screen.getByText(/Type a whole number from 1 to 2000. It still counts as 60./)).toBeTruthy();
    fireEvent.change(minutes, { target: { value: '75' } });
    expect(seen.plan.methods[0]?.parts[0]?.minutes).toBe(75);
    expect(screen.getAllByText(/1 h 15 min in all/)[0]?.textContent).toContain('1 h 15 min in all');
    expect(screen.getAllByRole('status')[0]?.textContent).toContain('to 1 h 22 min 30 s keep to the plan');
    fireEvent.change(minutes, { target: { value: '' } });
    expect(seen.plan.methods[0]?.parts[0]?.minutes).toBeNull();
  });

  test('fills the grade table cell by cell with the first letter of a grade', () => {
    const seen = edited({ ...twoPathways, gradeTable: null }, 'gradeTable');
    const cell = screen.getByRole('gridcell', { name: /^Observation pass and Professional discussion distinction/ });
    cell.focus();
    fireEvent.keyDown(cell, { key: 'm' });
    expect(seen.plan.gradeTable?.rows).toEqual([
      { methods: { observation: 'pass', professionalDiscussion: 'distinction' }, overall: 'merit' },
    ]);
    fireEvent.keyDown(cell, { key: 'Delete' });
    expect(seen.plan.gradeTable).toBeNull();
  });
});
