import { grades } from '../../shared/domain/plan.ts';
import { ClockBar } from '../ui/clock-bar.tsx';
import { GradeMark } from '../ui/grade-mark.tsx';
import { KsbChip, KsbList } from '../ui/ksb-chip.tsx';
import { Meter, ProgressBar } from '../ui/meter.tsx';
import { Section } from '../ui/section.tsx';
import { StatusTag } from '../ui/status-tag.tsx';

const text = 'When and how to escalate a safeguarding concern, and to whom.';

/** Grades, states, codes, clocks and meters. */
export function MarkSpecimens() {
  return (
    <Section title="Marks">
      <div className="row">
        {grades.map(grade => (
          <GradeMark key={grade} grade={grade} />
        ))}
        <GradeMark grade={null} />
      </div>
      <div className="row row-fields">
        <GradeMark grade="pass" size="large" />
        <GradeMark grade="distinction" size="large" />
        <GradeMark grade="fail" size="large" />
        <GradeMark grade={null} size="large" />
      </div>
      <div className="row">
        <StatusTag tone="neutral" word="Not started" />
        <StatusTag tone="open" word="Not judged" />
        <StatusTag tone="info" word="In progress" />
        <StatusTag tone="met" word="Met" />
        <StatusTag tone="not-met" word="Not met" />
        <StatusTag tone="distinction" word="Distinction" />
        <StatusTag tone="warning" word="Unconfirmed" />
        <StatusTag tone="waiting" word="Ready to sign" />
        <StatusTag tone="locked" word="Signed" />
        <StatusTag tone="practice" word="PRACTICE" />
      </div>
      <KsbList>
        <KsbChip code="K6" text={text} />
        <KsbChip code="S14" text={text} />
        <KsbChip code="B2" text={text} />
        <KsbChip code="K1" text={text} seen={1} />
        <KsbChip code="S7" text={text} seen={3} />
        <KsbChip code="B5" text={text} seen={0} />
        <KsbChip code="K31" text={text} onPress={() => undefined} pressWord="untag" />
      </KsbList>
      <ClockBar label="Discussion" elapsed={2467} base={3600} allowed={3960} />
      <ClockBar label="Observation" elapsed={3725} base={3600} allowed={3960} />
      <ClockBar label="Questions" elapsed={1890} base={900} allowed={1800} />
      <div className="row row-fields">
        <Meter label="Coverage" value={9} of={14} words="9 of 14 seen" />
        <Meter label="Theme A" value={6} of={6} words="6 of 6" tone="met" />
        <ProgressBar label="Signing the report" done={0.62} />
        <ProgressBar label="Opening the workspace" done={null} words="Stretching the passphrase" />
      </div>
    </Section>
  );
}
