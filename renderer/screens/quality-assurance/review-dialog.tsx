import { useState } from 'react';
import type { ReviewCase } from '../../../shared/contract/quality-assurance.ts';
import { samplingReasonInWords, samplingReasons } from '../../../shared/domain/sampling.ts';
import { useAction } from '../../api.ts';
import { Checkbox, RadioList } from '../../ui/choices.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { FormDialog } from '../assessment/form-dialog.tsx';
import { isComplete, lacksReasons, type ReviewForm, reviewable, toggled, useReviewForm } from './review-form.ts';
import { decisionChoices } from './review-words.ts';
import { ReviewerChoice, useReviewers } from './reviewer-choice.tsx';

interface ReviewDialogProps {
  readonly review: ReviewCase;
  readonly onClose: () => void;
}

/** Records what a quality assurer decided on the signed reports of one assessment. */
export function ReviewDialog({ review, onClose }: ReviewDialogProps) {
  const record = useAction('review.record');
  const reviewers = useReviewers();
  const { form, change } = useReviewForm(review, null);
  const [isChecked, setChecked] = useState(false);
  const only = reviewers.length === 1 ? (reviewers[0]?.id ?? null) : null;
  const filled: ReviewForm = { ...form, reviewerId: form.reviewerId ?? only };
  const submit = (): boolean => {
    setChecked(true);
    if (!isComplete(filled)) return false;
    const { reportIds, sampledBecause, ...rest } = filled;
    record.start(
      {
        assessmentId: review.assessmentId,
        reportIds: [...reportIds],
        sampledBecause: [...sampledBecause],
        ...rest,
      },
      onClose,
    );
    return true;
  };
  return (
    <FormDialog
      title={`Record a review: ${review.apprenticeName}`}
      onClose={onClose}
      action="Record the review"
      isPending={record.isPending}
      fault={record.error}
      onSubmit={submit}
      size="wide"
    >
      <ReviewerChoice
        label="Who reviewed"
        reviewers={reviewers}
        value={filled.reviewerId}
        onChange={reviewerId => change({ reviewerId })}
        isChecked={isChecked}
      />
      <Sampled review={review} form={form} change={change} isChecked={isChecked} />
      <RadioList
        label="Decision"
        choices={decisionChoices}
        value={form.decision}
        onChange={decision => change({ decision })}
        error={isChecked && form.decision === null ? 'Choose what was decided.' : null}
      />
      <TextArea
        label="Reasons"
        description="What was checked, and for a return or a change what has to be done. The assessor reads it."
        value={form.reasons}
        onChange={reasons => change({ reasons })}
        maxLength={5000}
        isOptional={form.decision === 'agreed'}
        error={isChecked && lacksReasons(form) ? 'A return or a change needs its reasons.' : null}
      />
    </FormDialog>
  );
}

interface SampledProps {
  readonly review: ReviewCase;
  readonly form: ReviewForm;
  readonly change: (part: Partial<ReviewForm>) => void;
  readonly isChecked: boolean;
}

/** What was looked at, and why. */
function Sampled({ review, form, change, isChecked }: SampledProps) {
  return (
    <div className="row row-fields">
      <fieldset className="stack stack-tight">
        <legend className="field-label">Reports that were looked at</legend>
        {reviewable(review).map(({ id, title, version }) => (
          <Checkbox
            key={id}
            isSelected={form.reportIds.includes(id)}
            onChange={isIn => change({ reportIds: toggled(form.reportIds, id, isIn) })}
            detail={`Version ${version}`}
          >
            {title}
          </Checkbox>
        ))}
        {isChecked && form.reportIds.length === 0 ? <p className="field-error">Choose at least one.</p> : null}
      </fieldset>
      <fieldset className="stack stack-tight">
        <legend className="field-label">Why it was sampled</legend>
        {samplingReasons.map(reason => (
          <Checkbox
            key={reason}
            isSelected={form.sampledBecause.includes(reason)}
            onChange={isIn => change({ sampledBecause: toggled(form.sampledBecause, reason, isIn) })}
          >
            {samplingReasonInWords(reason)}
          </Checkbox>
        ))}
        {isChecked && form.sampledBecause.length === 0 ? <p className="field-error">Choose at least one.</p> : null}
      </fieldset>
    </div>
  );
}
