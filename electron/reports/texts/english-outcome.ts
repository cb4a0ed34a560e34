import { formatCount, formatDate } from '../../../shared/british.ts';
import type { OutcomeStatement } from '../../../shared/domain/report-model.ts';

type Appeals = OutcomeStatement['appeals'];
type Within = Appeals[number]['within'];

const unitNames: Readonly<Record<Within['unit'], string>> = {
  calendarDays: 'calendar day',
  workingDays: 'working day',
  weeks: 'week',
  months: 'month',
};

const until = (day: string | null) => (day === null ? '' : ` until ${formatDate(day)}`);
/** The time for a stage, as part of a sentence; nothing where the plan leaves it open. */
const period = ({ value, unit }: Within) => (value === null ? '' : `, within ${formatCount(value, unitNames[unit])}`);

/** The texts for the apprentice: outcome statement, feedback, and the letter after a fail. */
export const outcomeTexts = {
  appeals: {
    heading: 'If you disagree',
    sentence: (organisation: string, stages: Appeals) => {
      const steps = stages.map(
        ({ stage, within, decidedBy }, index) =>
          `Stage ${index + 1}: ${stage}${period(within)} (decided by: ${decidedBy})`,
      );
      return `If you think that the result is wrong, write to ${organisation}. ${steps.map(step => `${step}.`).join(' ')}`;
    },
    none: (organisation: string) => `If you think that the result is wrong, write to ${organisation}.`,
  },

  outcome: {
    states: 'This statement confirms that',
    uln: (uln: string) => `Learner number (ULN) ${uln}`,
    assessed: 'was assessed against the apprenticeship standard',
    standard: ({ reference, version, level }: OutcomeStatement['standard']) =>
      `${reference} version ${version}, level ${level}`,
    result: 'with the overall outcome',
    decidedOn: (date: string) => `Decided on ${date}`,
    columns: { method: 'Method', grade: 'Grade', date: 'Assessed on' },
    methods: 'The methods',
    next: 'What happens next',
    certificate: (organisation: string) =>
      `${organisation} claims your apprenticeship certificate from the Department for Education’s apprenticeship assessment service. You need not do anything.`,
    again: (methods: string, resitUntil: string | null, retakeUntil: string | null) =>
      `You can take ${methods} again: as a re-sit without further learning${until(resitUntil)}, or as a re-take after further learning${until(retakeUntil)}. A letter tells you, your employer and your training provider more.`,
    notice: 'This statement is not the apprenticeship certificate.',
    check: 'It carries its content as data. Where it is signed, any PDF reader shows whether it was changed.',
  },

  feedback: {
    introduction:
      'This is what your assessors saw in your work, what was not yet there, and what to do next. It follows the themes of the assessment plan.',
    pending: 'Not all results are in yet',
    strengths: 'What you did well',
    notMet: 'What was not met, and why',
    furtherOn: 'What was missing for a distinction',
    allMet: 'You met every descriptor of this method.',
    nothingMet: 'No descriptor of this method was met at this attempt.',
    distinction: 'Distinction',
    pass: 'Pass',
    next: 'What to do next',
    assessedOn: (date: string, attempt: number) => (attempt === 1 ? date : `${date}, attempt ${attempt}`),
  },

  letter: {
    to: 'To',
    copies: 'Copies to',
    date: 'Date',
    employer: (name: string) => `${name} (employer)`,
    provider: (name: string) => `${name} (training provider)`,
    salutation: (name: string) => `Dear ${name},`,
    opening: (methods: string, count: number, standard: string) =>
      `Your end-point assessment for ${standard}, is not passed yet: the result in ${methods} is Fail. That is not the end. You can take ${count === 1 ? 'it' : 'them'} again, and this letter says how and until when.`,
    summary: 'What can be taken again',
    ways: { resit: 'Re-sit', retake: 'Re-take' },
    way: (kind: 'resit' | 'retake') => (kind === 'resit' ? 'Re-sit, no further learning' : 'Re-take, after learning'),
    until: (day: string | null) => (day === null ? 'The plan sets no last day' : `Until ${formatDate(day)}`),
    assessedOn: 'Assessed on',
    attempt: 'Attempt',
    cap: 'Best grade possible',
    noCap: 'Every grade of the method',
    capLifted: (grade: string) => `${grade}, unless exceptional circumstances are recorded`,
    standing: 'What stays',
    stands: (name: string, grade: string) => `${name}: ${grade}. It is not taken again.`,
    allPassedBy: 'All methods passed by',
    allPassedByMeaning: (day: string) => `${formatDate(day)}; after that day all methods are taken again`,
    timeline: 'The time that you have',
    timelineAlt: (rows: string) => `Windows from the date of this letter. ${rows}.`,
    timelineRow: (method: string, way: string, day: string) => `${method}, ${way}: until ${formatDate(day)}`,
    timelineStart: (day: string) => `Letter, ${formatDate(day)}`,
    notMet: 'What was not met',
    columns: { label: 'Descriptor', theme: 'Theme', text: 'What was asked for' },
    different: 'What must be different next time',
    differentQuestions: 'You will be asked different questions.',
    samePaper: 'The plan asks for nothing to be different.',
    next: 'Who does what now',
    you: 'You',
    yourEmployer: 'Your employer',
    yourProvider: 'Your training provider',
    choose: 'Talk with your employer and your training provider about whether you re-sit or re-take, and tell us.',
    onlyWay: 'Talk with your employer and your training provider about when you will be ready, and tell us.',
    actionPlan:
      'Agrees an action plan with you before the next attempt: what will be learned or practised, by when. The plan requires it.',
    support: 'Supports your preparation and agrees the date of the next attempt.',
    contact: (contact: string) => `Write to ${contact} with any questions.`,
    close: 'Yours sincerely',
  },
};
