import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importStandards } from '../../../electron/importers/standards.ts';
import type { Framework } from '../../../shared/domain/framework.ts';
import type { FrameworkPreview } from '../../../shared/domain/framework-import.ts';
import { AppError } from '../../../shared/errors.ts';
import { fixtureNames, fixtureText, run } from './fixtures.ts';

const only = (value: unknown): FrameworkPreview => {
  const { frameworks } = importStandards(typeof value === 'string' ? value : JSON.stringify(value));
  expect(frameworks).toHaveLength(1);
  return frameworks[0] as FrameworkPreview;
};
const textsOf = ({ title, summary, items, sections, facts, options }: Framework) => [
  title,
  summary ?? '',
  ...items.flatMap(item => [item.text, item.notes ?? '']),
  ...sections.map(section => section.title),
  ...facts.flatMap(fact => [fact.label, fact.value]),
  ...(options ?? []).map(option => option.title),
];
const codesOf = ({ items }: Framework) => items.map(item => item.code);

describe('the nine saved standards of the older shape', () => {
  it.each([
    ['lars-420-public-sector-compliance-investigator-officer.json', 3, 14, 5, 12, 4, 111],
    ['lars-434-nursing-associate-nmc-2018.json', 5, 10, 43, 44, 3, 122],
    ['lars-450-vehicle-damage-assessor.json', 4, 13, 17, 14, 7, 214],
    ['lars-453-career-development-professional.json', 6, 9, 22, 20, 8, 109],
    ['lars-483-associate-continuing-healthcare-practitioner.json', 5, 10, 33, 28, 9, 319],
    ['lars-495-probation-officer.json', 6, 14, 16, 20, 7, 132],
    ['lars-496-probation-services-practitioner.json', 3, 10, 11, 16, 7, 104],
    ['lars-507-public-health-practitioner-degree.json', 6, 14, 54, 50, 12, 148],
    ['lars-519-textile-technical-specialist.json', 4, 22, 12, 15, 5, 250],
  ])('%s comes whole', (name, level, duties, knowledge, skills, behaviours, links) => {
    const preview = only(fixtureText(`standards/${name}`));
    expect(preview).toMatchObject({
      counts: { duty: duties, knowledge, skill: skills, behaviour: behaviours },
      duties,
      links: { found: links, resolved: links, outside: 0 },
      unused: [],
      framework: { kind: 'apprenticeshipStandard', level, larsCode: Number(name.slice(5, 8)) },
    });
    expect(preview.framework.links).toHaveLength(links);
    expect(codesOf(preview.framework)).toEqual([
      ...run('D', duties),
      ...run('K', knowledge),
      ...run('S', skills),
      ...run('B', behaviours),
    ]);
    expect(preview.framework.items.every(item => /^[0-9a-f-]{36}$/.test(item.identity ?? ''))).toBe(true);
    for (const text of textsOf(preview.framework)) {
      expect(text).not.toMatch(/&(?:#\d+|[a-z]+);|<\/?[a-z]|\uFFFD|[^\S\n]{2}|[ \t]\n|\n |\r|\u00A0|^\s|\s$/);
    }
  });

  it('has every file of the folder in its table', () => {
    expect(fixtureNames('standards')).toHaveLength(9);
  });

  it('come together as a list, and wrapped in an object, in their order', () => {
    const records = fixtureNames('standards').map(name => JSON.parse(fixtureText(`standards/${name}`)));
    const alone = records.map(record => only(record));
    expect(importStandards(JSON.stringify(records)).frameworks).toEqual(alone);
    expect(importStandards(JSON.stringify({ result: { standards: records }, total: 9 })).frameworks).toEqual(alone);
  });

  it('keep a printed list as bullets and the summary’s paragraphs', () => {
    const { items, summary } = only(fixtureText('standards/lars-507-public-health-practitioner-degree.json')).framework;
    expect(items.find(item => item.code === 'S4')?.text).toBe(
      'work with communities, to facilitate their engagement and participation in:\n• needs assessments, service design and delivery\n• improving access to, and navigation of local services\n• action to improve health literacy where it is a barrier to accessing services and interventions',
    );
    expect(summary?.split('\n\n')[1]).toMatch(/^• Local councils\n• Government bodies.*\n(?:• .+\n?){4}$/);
  });

  it('tell a word that lost letters without a trace, and leave it', () => {
    const { problems, framework } = only(fixtureText('standards/lars-507-public-health-practitioner-degree.json'));
    expect(problems).toContainEqual({ place: 'D1, criteria', message: expect.stringContaining('“confidentiality”') });
    expect(framework.items[0]?.notes).toContain('condentiality');
  });

  it('keep options, with their duties found by wording, and say that their identifiers cannot be resolved', () => {
    const { framework, problems } = only(fixtureText('standards/lars-519-textile-technical-specialist.json'));
    expect(framework.options).toEqual([
      { key: 'O1', title: 'Technical Weaving Technician', duties: run('D', 15).slice(9) },
      { key: 'O2', title: 'Technical Finishing Technician', duties: run('D', 22).slice(15) },
    ]);
    expect(framework.items.filter(item => item.kind === 'duty' && item.core === false)).toHaveLength(13);
    expect(problems.filter(problem => problem.place === 'mappedOptions')).toHaveLength(2);
  });
});

const guid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const newer = {
  referenceNumber: 'st9001 ',
  version: '1.2',
  versionNumber: '1.2',
  status: 'Approved for delivery',
  title: 'Workshop &amp; repair lead',
  level: 3,
  larsCode: 901,
  approvedForDelivery: '2026-03-01T00:00:00',
  assessmentPlanUrl: 'https://example.org/plan',
  eQAProvider: { providerName: 'Ofqual', contactName: null },
  typicalDuration: 18,
  maxFunding: 11000,
  coreAndOptions: true,
  options: [
    { optionId: guid(91), title: 'Wheels' },
    { optionId: guid(92).toUpperCase(), title: 'Frames' },
  ],
  knowledges: [
    { knowledgeId: guid(1), detail: 'K1: One' },
    { knowledgeId: guid(2), detail: ' Two ' },
  ],
  skills: [{ skillId: guid(3), detail: 'Three' }],
  behaviours: [{ behaviourId: guid(4).toUpperCase(), detail: 'Four' }],
  duties: [
    {
      dutyID: guid(5),
      dutyDetail: 'Do',
      isThisACoreDuty: 1,
      mappedKnowledge: [guid(1), guid(3)],
      mappedSkills: null,
      mappedBehaviour: [guid(4)],
      mappedOptions: null,
    },
    {
      dutyID: guid(6),
      dutyDetail: 'Mend',
      isThisACoreDuty: 0,
      mappedKnowledge: [],
      mappedSkills: [`{${guid(3)}}`, guid(3)],
      mappedOptions: [guid(92)],
    },
  ],
};

describe('a standard of the newer shape', () => {
  it('gives its reference, version, identities, options by identifier, and links wherever they stand', () => {
    const { framework, links, problems } = only(newer);
    expect(framework).toMatchObject({
      id: 'st9001-1.2',
      reference: 'ST9001',
      version: '1.2',
      title: 'Workshop & repair lead',
      issuer: 'Skills England',
      larsCode: 901,
      options: [
        { title: 'Wheels', identity: guid(91), duties: [] },
        { title: 'Frames', identity: guid(92), duties: ['D2'] },
      ],
    });
    expect(framework.links.map(({ from, to }) => `${from} ${to}`)).toEqual(['D1 K1', 'D1 S1', 'D1 B1', 'D2 S1']);
    expect(links).toEqual({ found: 5, resolved: 5, outside: 0 });
    expect(problems).toEqual([]);
    expect(framework.facts).toEqual(
      expect.arrayContaining([
        { label: 'Approved for delivery', value: '1 March 2026' },
        { label: 'Typical duration', value: '18 months' },
        { label: 'Maximum funding', value: '£11,000' },
        { label: 'External quality assurance', value: 'Ofqual' },
      ]),
    );
    expect(framework.items[2]?.text).toBe('One');
  });

  it('as a foundation apprenticeship has TK, TS and ESB, and no duties', () => {
    const { framework, problems, counts } = only({
      referenceNumber: 'FA0007',
      version: '1.0',
      title: 'Finance foundation apprenticeship',
      level: 2,
      larsCode: 807,
      technicalKnowledges: [
        { id: guid(1), detail: 'One' },
        { id: guid(2), detail: 'Two' },
      ],
      technicalSkills: [{ id: guid(3), detail: 'Three' }],
      employabilitySkillsAndBehaviours: [{ id: guid(4), detail: 'Four' }],
    });
    expect(framework.kind).toBe('foundationApprenticeship');
    expect(codesOf(framework)).toEqual(['TK1', 'TK2', 'TS1', 'ESB1']);
    expect(counts).toEqual({ technicalKnowledge: 2, technicalSkill: 1, employabilityBehaviour: 1 });
    expect(problems).toEqual([]);
  });

  it('as a unit has neither duties nor behaviours, and a LARS code with letters', () => {
    const { framework, problems } = only({
      referenceNumber: 'SC0123',
      version: 1,
      title: 'Unit',
      level: 2,
      larsCode: 'ZSC00123',
      apprenticeshipUnitUrl: 'https://example.org',
      technicalKnowledges: [{ id: guid(1), detail: 'One' }],
      technicalSkills: [{ id: guid(2), detail: 'Two' }],
    });
    expect(framework).toMatchObject({ kind: 'apprenticeshipUnit', version: '1.0' });
    expect(framework.larsCode).toBeUndefined();
    expect(framework.facts).toContainEqual({ label: 'LARS code', value: 'ZSC00123' });
    expect(problems).toEqual([]);
  });
});

describe('fields that are missing, null or wrong', () => {
  it.each([
    ['absent', { title: undefined }, 'title', 'absent'],
    ['null', { title: null }, 'title', 'null'],
    ['a list', { title: [] }, 'title', 'invalid'],
    ['a level as text', { level: 'Level 4' }, null, null],
    ['a level of 0', { level: 0 }, 'level', 'invalid'],
    ['a level in words', { level: 'three' }, 'level', 'invalid'],
    ['skills as null', { skills: null }, 'skills', 'null'],
    ['skills as a record', { skills: { a: 1 } }, 'skills', 'invalid'],
    ['knowledges absent', { knowledges: undefined }, 'knowledges', 'absent'],
    ['keys in other capitals', { SKILLS: [], skills: undefined }, null, null],
  ])('%s is told apart', (_, change, field, state) => {
    const { framework } = only({ ...newer, ...change });
    const told = (framework.missing ?? []).filter(one =>
      ['title', 'level', 'skills', 'knowledges'].includes(one.field),
    );
    expect(told).toEqual(field === null ? [] : [{ field, state }]);
  });

  it('report an empty list of a kind that every standard has', () => {
    expect(only({ ...newer, behaviours: [] }).problems).toContainEqual({
      place: 'behaviours',
      message: 'The list of behaviours is empty.',
    });
  });

  it('keep the place of a statement without words, so that later codes are right', () => {
    const { framework, problems } = only({
      ...newer,
      skills: [{ skillId: guid(7), detail: null }, 'Plain text', 3, { skillId: guid(3), detail: 'Last' }],
    });
    expect(framework.items.filter(item => item.kind === 'skill').map(item => item.text)).toEqual([
      '[No wording in the source]',
      'Plain text',
      '[No wording in the source]',
      'Last',
    ]);
    expect(framework.links).toContainEqual({ kind: 'maps', from: 'D2', to: 'S4' });
    expect(problems.map(problem => problem.place)).toEqual(expect.arrayContaining(['S1', 'S2', 'S3']));
  });

  it('tell links that lead nowhere and identifiers given twice', () => {
    const { links, problems } = only({
      ...newer,
      knowledges: [...newer.knowledges, { knowledgeId: guid(1), detail: 'Again' }],
      duties: [{ dutyID: guid(5), dutyDetail: 'Do', mappedKnowledge: [guid(1), guid(99), null], mappedSkills: 'none' }],
    });
    expect(links).toEqual({ found: 3, resolved: 1, outside: 0 });
    expect(problems.map(problem => problem.place)).toEqual(expect.arrayContaining(['K3', 'D1']));
  });

  it('keep a second standard of the same reference and version apart', () => {
    expect(importStandards(JSON.stringify([newer, newer])).frameworks.map(one => one.framework.id)).toEqual([
      'st9001-1.2',
      'st9001-1.2-2',
    ]);
  });

  it('leave out of a list what is no standard, and say where it stood', () => {
    const { frameworks, problems } = importStandards(JSON.stringify([newer, 7, null, { a: 1 }, newer]));
    expect(frameworks).toHaveLength(2);
    expect(problems.map(problem => problem.place)).toEqual(['Record 2', 'Record 3', 'Record 4']);
  });
});

describe('JSON that is no standard', () => {
  it.each([
    ['cut short', '{"title": "x', 'import.badJson'],
    ['something else', '{"hello": ["world"]}', 'import.noStandard'],
    ['a number', '7', 'import.noStandard'],
    ['an empty list', '[]', 'import.noStandard'],
    ['nested beyond sense', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'import.tooDeep'],
    ['a list without end', `{"title":"x","skills":[${'0,'.repeat(2_000_001)}0]}`, 'import.tooMany'],
    [
      'a standard with a bottomless field',
      `{"skills":[],"x":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
      'import.tooDeep',
    ],
  ])('%s is refused in words', (_, text, code) => {
    expect(() => importStandards(text)).toThrow(expect.objectContaining({ name: 'AppError', code }));
  });
});

describe('any standard of either shape', () => {
  const anything = fc.oneof(fc.constant(null), fc.constant(undefined), fc.jsonValue({ maxDepth: 2 }), fc.string());
  const statement = (id: string) =>
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record(
          { [id]: fc.oneof(fc.uuid(), anything), detail: fc.oneof(fc.string({ unit: 'grapheme' }), anything) },
          { requiredKeys: [] },
        ),
      },
      { weight: 1, arbitrary: anything },
    );
  const list = (one: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: 5, arbitrary: fc.array(one, { maxLength: 5 }) }, { weight: 1, arbitrary: anything });
  const record = fc.record(
    {
      title: fc.oneof(fc.string(), anything),
      referenceNumber: fc.oneof(fc.constant('ST0001'), fc.constant('FA0001'), anything),
      version: anything,
      level: fc.oneof(fc.integer(), anything),
      larsCode: fc.oneof(fc.integer(), anything),
      knowledges: list(statement('knowledgeId')),
      skills: list(statement('skillId')),
      behaviours: list(statement('behaviourId')),
      technicalKnowledges: list(statement('id')),
      employabilitySkillsAndBehaviours: list(statement('id')),
      duties: list(
        fc.record(
          { dutyID: anything, dutyDetail: anything, mappedSkills: list(fc.uuid()), mappedOptions: list(anything) },
          { requiredKeys: [] },
        ),
      ),
      options: list(anything),
      typicalJobTitles: anything,
      approvedForDelivery: fc.oneof(fc.constant('2026-13-45'), anything),
      occupationalSummary: anything,
    },
    { requiredKeys: [] },
  );

  it('is read with unique, consecutive codes, without U+FFFD, and with as many links resolved as it has, or refused by AppError', () => {
    fc.assert(
      fc.property(fc.oneof(record, fc.array(record, { maxLength: 3 })), value => {
        const frameworks = attempt(JSON.stringify(value) ?? '');
        for (const { framework, links } of frameworks) {
          for (const [prefix, codes] of byPrefix(framework)) expect(codes).toEqual(run(prefix, codes.length));
          expect(framework.links.length).toBeLessThanOrEqual(links.resolved);
          expect(links.resolved).toBeLessThanOrEqual(links.found);
          expect(textsOf(framework).join('')).not.toContain('\uFFFD');
        }
      }),
      { numRuns: 500 },
    );
  });

  function attempt(text: string): readonly FrameworkPreview[] {
    try {
      return importStandards(text).frameworks;
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
      return [];
    }
  }

  function byPrefix(framework: Framework): ReadonlyMap<string, readonly string[]> {
    const codes = new Map<string, string[]>();
    for (const code of codesOf(framework)) {
      const prefix = code.replace(/\d+$/, '');
      codes.set(prefix, [...(codes.get(prefix) ?? []), code]);
    }
    return codes;
  }
});
