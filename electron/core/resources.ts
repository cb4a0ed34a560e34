import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Framework, framework } from '../../shared/domain/framework.ts';
import { type Plan, plan } from '../../shared/domain/plan.ts';
import { type QuestionBankFile, questionBankFile } from '../../shared/domain/question-bank.ts';

/** The folder of built-in data; it stands two levels above this file in the sources and above the built main process alike. */
const resources = new URL('../../resources/', import.meta.url);

const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, resources), 'utf8'));

/** What comes with the workbench. */
export interface BuiltIn {
  readonly framework: Framework;
  readonly plans: readonly Plan[];
  readonly bank: QuestionBankFile;
}

/** The standard that every workspace starts with, its two plans (the unconfirmed template and the fictional demonstration), and the questions for the latter. */
export function builtIn(): BuiltIn {
  return {
    framework: framework.parse(readJson('frameworks/st1030.json')),
    plans: ['plans/st1030-demonstration.json', 'plans/st1030-template.json'].map(name => plan.parse(readJson(name))),
    bank: questionBankFile.parse(readJson('question-banks/st1030-demonstration.json')),
  };
}

/** A script of the demonstration, as the file has it. */
export const demonstrationFile = (name: string): unknown => readJson(`demonstration/${name}.json`);

/** A file of the demonstration's portfolio, as it lies in the resources. */
export const demonstrationBytes = (name: string): Uint8Array =>
  readFileSync(new URL(`demonstration/${name}`, resources));

/** The folder of the fonts that reports and signatures are set in. */
export const fontsFolder = fileURLToPath(new URL('fonts/', resources));
