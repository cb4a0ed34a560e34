import { formatDate, formatList } from '../../british.ts';
import { checkUln, ulnRemark } from '../uln.ts';
import type { DfeFinding, DfeRule, FixPlace } from './finding.ts';
import type { DfeRecord } from './record.ts';

/** What a rule finds: its words, and for anything but a pass how grave it is and where to put it right. */
export type Verdict = Omit<DfeFinding, 'rule'>;
/** The rules that were asked for, each with what it found. */
export type Verdicts = Readonly<Partial<Record<DfeRule, Verdict>>>;

export const pass = (words: string): Verdict => ({ level: 'pass', words, fix: null });
export const warning = (words: string, fix: FixPlace | null): Verdict => ({ level: 'warning', words, fix });
export const failure = (words: string, fix: FixPlace | null): Verdict => ({ level: 'failure', words, fix });

/** Whether the learner may be in any file at all. Rule: released results only; never somebody who withdrew, a practice assessment or an unconfirmed plan. */
export const standingVerdicts = (record: DfeRecord): Verdicts => ({
  practice: record.practice
    ? failure('This is a practice assessment. It never goes to the service.', null)
    : pass('The assessment is live.'),
  plan: record.planConfirmed
    ? pass('The plan is confirmed.')
    : failure('The plan is not confirmed. Only what was assessed by a confirmed plan goes to the service.', 'plan'),
  withdrawn:
    record.withdrawnOn === null
      ? pass('The learner has not withdrawn.')
      : failure(
          `The learner withdrew on ${formatDate(record.withdrawnOn)}. If that is a mistake, take the withdrawal back.`,
          'details',
        ),
  released: releasedVerdict(record),
});

function releasedVerdict({ attempts, hasLater }: DfeRecord): Verdict {
  if (attempts.length === 0) {
    return failure('The result is not released, or it was opened for a new version. Release it first.', 'assessment');
  }
  if (hasLater) {
    return warning('A later attempt is signed and not released. The file tells of the released one.', 'assessment');
  }
  if (attempts.some(({ released }) => !released)) {
    return warning(
      'An earlier attempt was never released on its own. It is told of here because a later one was.',
      'assessment',
    );
  }
  return pass('The result is released.');
}

/** The organisation's own number. No column holds it, but the service knows the organisation by it. */
export function ukprnVerdict(ukprn: string): Verdict {
  if (ukprn === '') {
    return warning(
      'Your organisation’s UKPRN is not set. The file does not hold it; the service asks for it.',
      'settings',
    );
  }
  return isUkprn(ukprn)
    ? pass('Eight digits.')
    : failure('A UKPRN has eight digits and does not begin with 0.', 'settings');
}

/** Whether a text is a UK provider reference number: eight digits, the first not 0. */
export const isUkprn = (text: string): boolean => /^[1-9]\d{7}$/.test(text);

/** Rule: the service checks the range alone. A check digit that does not fit is in official use, so it is a warning; the temporary ULN belongs to nobody. */
export function ulnVerdict(uln: string): Verdict {
  const result = checkUln(uln);
  const remark = ulnRemark(result);
  if (remark === null) return pass('Ten digits, and the check digit fits.');
  return result === 'checkDigit' ? warning(remark, 'apprentice') : failure(remark, 'apprentice');
}

const formula = /^[=+\-@]/;

/** Whether a spreadsheet would take the text for a formula. */
export const looksLikeFormula = (text: string): boolean => formula.test(text);

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u001f\u007f]/;

/** Both names are there, in one line each; what a spreadsheet would run stays as it is and is pointed out. */
export function namesVerdict({ givenNames, familyName }: Pick<DfeRecord, 'givenNames' | 'familyName'>): Verdict {
  const names = [givenNames, familyName];
  if (names.some(name => name.trim() === '')) return failure('Given and family names are both needed.', 'apprentice');
  if (names.some(name => control.test(name))) {
    return failure('A name holds a line break or another control character. Correct it.', 'apprentice');
  }
  if (names.some(looksLikeFormula)) {
    return warning(
      'A name begins like a formula. The file holds it as it is: do not open the file in a spreadsheet before it is uploaded.',
      'apprentice',
    );
  }
  return pass('Both names are there.');
}

/** Rule: `StandardCode` is the LARS number, `StandardReference` the ST or FA number, and both mean the same standard. */
export function standardVerdict({ standard, held }: Pick<DfeRecord, 'standard' | 'held'>): Verdict {
  const { code, reference } = standard;
  if (!/^(?:ST|FA)\d{4}$/.test(reference)) {
    return failure(`“${reference}” is no reference of a standard: ST or FA and four digits.`, 'plan');
  }
  if (code !== null && held.code !== null && code !== held.code) {
    return failure(
      `The plan gives ${reference} the LARS code ${code}, the standard gives it ${held.code}. They have to agree.`,
      'plan',
    );
  }
  return pass(code === null ? `${reference}, without a LARS code.` : `${reference}, LARS code ${code}.`);
}

/** Rule: the version may be left out, and is one of the standard where it is there. */
export function versionVerdict({ standard, held }: Pick<DfeRecord, 'standard' | 'held'>): Verdict {
  const { version } = standard;
  if (version === '') return warning('The plan names no version. The service works it out by itself.', 'plan');
  if (!/^\d{1,2}\.\d{1,2}$/.test(version)) {
    return failure(
      `“${version}” is no version that the service knows: two numbers and a full stop, such as 1.1.`,
      'plan',
    );
  }
  if (version !== held.version) {
    return failure(`The plan is for version ${version}, the standard here is version ${held.version}.`, 'plan');
  }
  return pass(`Version ${version}.`);
}

/** Rule: an option is required where the version has options, and then is one of them, capitals aside; elsewhere there must be none. */
export function courseOptionVerdict({ courseOption, held }: Pick<DfeRecord, 'courseOption' | 'held'>): Verdict {
  const { options } = held;
  if (options.length === 0) {
    if (courseOption === '') return pass('This version has no options.');
    return failure(`This version has no options, so “${courseOption}” has to go.`, 'details');
  }
  const known = formatList(options);
  if (courseOption === '') return failure(`This version has options. Choose the learner’s: ${known}.`, 'details');
  const fits = options.some(option => option.toLowerCase() === courseOption.toLowerCase());
  return fits ? pass(courseOption) : failure(`“${courseOption}” is none of the options: ${known}.`, 'details');
}
