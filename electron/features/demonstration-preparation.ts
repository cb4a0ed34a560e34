import { calendarDate } from '../../shared/british.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { addWorkingDays } from '../../shared/domain/working-days.ts';
import type { CommandContext } from '../core/contexts.ts';
import { makeBooking } from './bookings.ts';
import { confirmGateway, recordRequirement } from './gateway.ts';

const day = 24 * 60 * 60_000;

/** What was seen for each requirement of the demonstration plan's gateway. */
const seen: Readonly<Record<string, string>> = {
  englishAndMaths: 'Level 2 certificates in English and maths seen',
  dbs: 'Enhanced DBS certificate seen by the employer; no copy kept',
  portfolio: 'Portfolio of three pieces received',
  employerDeclaration: 'Declaration signed by the registered manager',
};

/** Passes the gateway of a fictional apprentice two weeks before the context's moment. */
export function passDemonstrationGateway(context: CommandContext, assessmentId: string, plan: Plan): void {
  const passedOn = calendarDate(new Date(context.now.getTime() - 14 * day).toISOString());
  for (const { key } of plan.gateway) {
    const found = { state: 'met', evidence: seen[key] ?? 'Seen', confirmedBy: 'Example Training (fictional)' } as const;
    recordRequirement(context, { assessmentId, requirementKey: key, ...found, confirmedOn: passedOn });
  }
  confirmGateway(context, { assessmentId, passedOn });
}

/** Books the methods of an apprentice who has not started, from three weeks of working days ahead: more than the plan's notice. */
export function bookDemonstration(context: CommandContext, assessmentId: string, plan: Plan, place: string): void {
  for (const [index, { key }] of plan.methods.entries()) {
    const on = addWorkingDays(calendarDate(context.now.toISOString()), 15 + 5 * index);
    makeBooking(context, { assessmentId, methodKey: key, on, at: '09:30', place, exception: '' });
  }
}
