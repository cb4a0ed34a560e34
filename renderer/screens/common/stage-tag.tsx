import { type AssessmentStage, stageNames } from '../../../shared/domain/assessment-stage.ts';
import { StatusTag, type StatusTone } from '../../ui/status-tag.tsx';

const tones: Readonly<Record<AssessmentStage, StatusTone>> = {
  notStarted: 'open',
  inProgress: 'waiting',
  judging: 'neutral',
  readyToSign: 'info',
  signed: 'locked',
};

/** Where an assessment stands, by word and shape. */
export function StageTag({ stage }: { readonly stage: AssessmentStage }) {
  return <StatusTag tone={tones[stage]} word={stageNames[stage]} />;
}
