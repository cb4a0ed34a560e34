import { useState } from 'react';
import { z } from 'zod';
import { useBridgeEvent } from '../../api.ts';
import { ProgressBar } from '../../ui/meter.tsx';

const progress = z.object({ done: z.number(), total: z.number(), words: z.string() });

/** How far a task of the main process has come, as it tells. */
export function WorkUnderWay({ label }: { readonly label: string }) {
  const [told, setTold] = useState<z.infer<typeof progress>>();
  useBridgeEvent('progress', payload => setTold(progress.safeParse(payload).data));
  return told && told.total > 0 ? (
    <ProgressBar label={label} done={told.done / told.total} words={told.words} />
  ) : (
    <ProgressBar label={label} done={null} />
  );
}
