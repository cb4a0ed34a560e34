import { z } from 'zod';
import { certifiedGrades, gradeWords } from '../../shared/domain/dfe/grades.ts';
import type { Handler } from '../core/contexts.ts';
import type { Reader } from '../db/statements.ts';
import { everyPlan } from './plan-rows.ts';
import { changeSetting, setting } from './settings.ts';

const storedSetting = z.strictObject({
  ukprn: z.string(),
  plans: z.array(z.strictObject({ planId: z.string(), words: gradeWords, publishedOn: z.string().nullable() })),
});

/** The organisation's UKPRN, empty while it is not set, and what was set for plans. */
export const dfeSettingOf = (reader: Reader): z.output<typeof storedSetting> =>
  setting(reader, 'dfe', storedSetting, { ukprn: '', plans: [] });

export const getDfeSettings: Handler<'dfe.settings'> = ({ reader }) => {
  const { ukprn, plans } = dfeSettingOf(reader);
  const confirmed = everyPlan(reader).filter(({ status }) => status === 'confirmed' || status === 'superseded');
  return {
    ukprn,
    plans: confirmed.map(({ id: planId, document }) => {
      const own = plans.find(one => one.planId === planId);
      const { title, version } = document;
      return {
        planId,
        title,
        version,
        grades: [...certifiedGrades(document)],
        words: own?.words ?? {},
        publishedOn: own?.publishedOn ?? null,
      };
    }),
  };
};

export const setDfeSettings: Handler<'dfe.setSettings'> = (context, { ukprn, plans }) => {
  changeSetting(context, 'dfe', { ukprn, plans });
  return {};
};
