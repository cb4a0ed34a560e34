import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { framework, ksbsOf } from '../../../shared/domain/framework.ts';
import { everyCombination, gradeOverall } from '../../../shared/domain/overall-grade.ts';
import { descriptorsOf, plan } from '../../../shared/domain/plan.ts';
import { findingsIn } from '../../../shared/domain/plan-findings.ts';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const frameworkText = read('resources/frameworks/st1030.json');
const st1030 = framework.parse(JSON.parse(frameworkText));
const template = plan.parse(JSON.parse(read('resources/plans/st1030-template.json')));
const demonstration = plan.parse(JSON.parse(read('resources/plans/st1030-demonstration.json')));
const matrix: { duties: { key: string; ksb: string[] }[] } = JSON.parse(
  read('tests/fixtures/st1030-duty-ksb-matrix.json'),
);

describe('the built-in standard ST1030', () => {
  it('has 15 duties, 31 + 28 + 7 KSBs and 326 links, with codes that run on', () => {
    const run = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
    expect(st1030.items.map(one => one.code)).toEqual([
      ...run('D', 15),
      ...run('K', 31),
      ...run('S', 28),
      ...run('B', 7),
    ]);
    expect(ksbsOf(st1030)).toHaveLength(66);
    expect(st1030.links).toHaveLength(326);
  });

  it('gives each code the kind that its letter says', () => {
    const kinds: Record<string, string> = { D: 'duty', K: 'knowledge', S: 'skill', B: 'behaviour' };
    for (const { code, kind } of st1030.items) expect(kind).toBe(kinds[code.charAt(0)]);
  });

  it('maps duties to KSBs as published', () => {
    const links = new Set(st1030.links.map(({ kind, from, to }) => `${kind} ${from} ${to}`));
    const published = matrix.duties.flatMap(duty => duty.ksb.map(ksb => `maps ${duty.key} ${ksb}`));
    expect(published).toHaveLength(326);
    expect(links).toEqual(new Set(published));
  });

  it('holds whole words: no lost letters, stray spaces or broken lines', () => {
    expect(frameworkText).not.toContain('\uFFFD');
    for (const { code, text } of st1030.items) {
      expect(text, code).toMatch(/^[A-Z].*[.]$/);
      expect(text, code).not.toMatch(/\s{2}|\n|\s[,.;]|- /);
    }
    expect(st1030.summary?.split('\n\n')).toHaveLength(4);
    expect(st1030.summary).not.toMatch(/ {2}|\s[,.;]|- /);
  });

  it('has the words whose letters had been lost', () => {
    const text = st1030.items.map(one => one.text).join(' ');
    for (const word of [
      'staff',
      'confidentiality',
      'influences',
      'Reflect',
      'reflective',
      'Different',
      'offer',
      'first',
    ]) {
      expect(text).toContain(word);
    }
  });

  it('keeps the published wording, also without its apostrophe, and Duty 7 in the newer one', () => {
    const textOf = (code: string) => st1030.items.find(one => one.code === code)?.text;
    expect(textOf('K5')).toBe(
      'Ways of tailoring responses to safeguarding cases to suit the individuals views, feelings and cultural influences.',
    );
    expect(textOf('D7')).toBe(
      'Maintain accurate and up to date safeguarding logs and registers using digital or paper systems in accordance with organisational policies reviews and audits.',
    );
    expect(textOf('S22')).toBe(
      'Reflect on own performance within a group environment with other colleagues to inform best safeguarding practice.',
    );
  });

  it('names its level, LARS code and licence', () => {
    expect(st1030).toMatchObject({ reference: 'ST1030', version: '1.0', level: 3, larsCode: 786 });
    expect(st1030.licence.name).toBe('Open Government Licence v3.0');
    expect(read('NOTICE')).toContain(st1030.licence.attribution);
  });
});

describe('the template plan', () => {
  it('is unconfirmed: open numbers, grades and themes are all that is wrong with it', () => {
    const rules = new Set(findingsIn(template, st1030).map(finding => finding.rule));
    expect(rules).toEqual(new Set(['openNumber', 'openGrades', 'openThemes']));
    expect(template.origin).toBe('template');
    expect(template.source).toContain('not confirmed');
  });

  it('invents no minutes and no descriptors', () => {
    expect(template.methods.flatMap(method => method.parts.map(part => part.minutes))).toEqual([null, null, null]);
    expect(template.methods.flatMap(descriptorsOf)).toEqual([]);
  });

  it('asks at the gateway for the DBS check and for English and maths', () => {
    expect(template.gateway.map(requirement => requirement.key)).toEqual(
      expect.arrayContaining(['dbs', 'englishAndMaths']),
    );
  });
});

describe('the demonstration plan', () => {
  it('has nothing wrong with it', () => {
    expect(findingsIn(demonstration, st1030)).toEqual([]);
  });

  it('says that it is fictional', () => {
    expect(demonstration.title).toContain('fictional');
    expect(demonstration.source).toMatch(/^Fictional\./);
    expect(demonstration.origin).toBe('demonstration');
  });

  it('has every KSB in a theme and in a pass descriptor', () => {
    const descriptors = demonstration.methods.flatMap(descriptorsOf);
    const judged = new Set(
      descriptors.filter(({ descriptor }) => descriptor.grade === 'pass').flatMap(({ descriptor }) => descriptor.ksbs),
    );
    expect(ksbsOf(st1030).filter(ksb => !judged.has(ksb.code))).toEqual([]);
  });

  it('grades all nine combinations, and not symmetrically', () => {
    const overall = everyCombination(demonstration).map(combination => gradeOverall(demonstration, combination).grade);
    expect(overall).toEqual(['fail', 'fail', 'fail', 'fail', 'pass', 'pass', 'fail', 'merit', 'distinction']);
  });
});
