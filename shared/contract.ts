import type { z } from 'zod';
import { assessmentVersionChannels } from './contract/assessment-versions.ts';
import { assessmentChannels } from './contract/assessments.ts';
import type { ChannelKind } from './contract/channel.ts';
import { dfeChannels } from './contract/dfe.ts';
import { documentChannels } from './contract/documents.ts';
import { identityChannels } from './contract/identities.ts';
import { importChannels } from './contract/imports.ts';
import { organisationChannels } from './contract/organisation.ts';
import { outcomeChannels } from './contract/outcomes.ts';
import { packChannels } from './contract/packs.ts';
import { planningChannels } from './contract/planning.ts';
import { planChannels } from './contract/plans.ts';
import { portfolioChannels } from './contract/portfolio.ts';
import { preparationChannels } from './contract/preparation.ts';
import { qualityAssuranceChannels } from './contract/quality-assurance.ts';
import { questionChannels } from './contract/question-banks.ts';
import { recordingChannels } from './contract/recordings.ts';
import { reportChannels } from './contract/reports.ts';
import { safekeepingChannels } from './contract/safekeeping.ts';
import { searchChannels } from './contract/search.ts';
import { sessionChannels } from './contract/sessions.ts';
import { workspaceChannels } from './contract/workspace.ts';

/** Every channel between the window and the main process: its kind, what goes in and what comes out. The one door. */
export const contract = {
  ...workspaceChannels,
  ...safekeepingChannels,
  ...assessmentChannels,
  ...assessmentVersionChannels,
  ...importChannels,
  ...planChannels,
  ...planningChannels,
  ...portfolioChannels,
  ...preparationChannels,
  ...questionChannels,
  ...searchChannels,
  ...sessionChannels,
  ...recordingChannels,
  ...outcomeChannels,
  ...reportChannels,
  ...qualityAssuranceChannels,
  ...identityChannels,
  ...documentChannels,
  ...dfeChannels,
  ...packChannels,
  ...organisationChannels,
} as const;

export type Contract = typeof contract;
export type Channel = keyof Contract;
export type ChannelOf<K extends ChannelKind> = { [C in Channel]: Contract[C]['kind'] extends K ? C : never }[Channel];
/** What a caller hands in. */
export type Input<C extends Channel> = z.input<Contract[C]['input']>;
/** What a handler gets: the input after its check. */
export type Checked<C extends Channel> = z.output<Contract[C]['input']>;
export type Output<C extends Channel> = z.output<Contract[C]['output']>;
