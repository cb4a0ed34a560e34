import { z } from 'zod';
import { planFile } from './plan-file.ts';

/** The address that names the schema; nothing is fetched from it. */
const schemaId = 'https://example.org/epa-workbench/schemas/epa-plan-1.schema.json';

/** The JSON Schema (draft 2020-12) of an assessment plan as a file, made from its shape: what an exported plan keeps to. */
export function planJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(planFile, { target: 'draft-2020-12', io: 'input' });
  return {
    $schema,
    $id: schemaId,
    title: 'Assessment plan of EPA Workbench',
    description:
      'How an apprenticeship standard is assessed. A null stands for what is still to be filled in from the published plan. Its bank of questions may travel with it.',
    ...schema,
  };
}
