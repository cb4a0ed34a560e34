import { checkUln, ulnRemark } from '../../../shared/domain/uln.ts';

/** A unique learner number in figures of one width, with what is to be remarked about it. */
export function UlnFact({ uln }: { readonly uln: string }) {
  const remark = ulnRemark(checkUln(uln));
  return (
    <>
      <span className="figures">{uln}</span>
      {remark ? <span className="field-remark">{remark}</span> : null}
    </>
  );
}
