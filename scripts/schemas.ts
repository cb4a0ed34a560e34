// `node scripts/run.mjs schemas`: writes the published JSON Schemas anew from the shapes that they are made of.
import { writeFileSync } from 'node:fs';
import { planJsonSchema } from '../shared/domain/plan-schema.ts';

const file = new URL('../resources/schemas/epa-plan-1.schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(planJsonSchema(), null, 2)}\n`);
