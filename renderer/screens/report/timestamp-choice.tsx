import { useState } from 'react';
import { useAsk } from '../../api.ts';
import { Checkbox } from '../../ui/choices.tsx';

/** Whether a signature gets a time stamp: asked only where the workspace has a time stamp authority that was agreed to. */
export function useTimestampChoice() {
  const { data } = useAsk('timestamp.get', {});
  const [isWanted, setWanted] = useState(true);
  const address = data?.agreed ? data.address : null;
  const choice: 'use' | 'without' | undefined = address === null ? undefined : isWanted ? 'use' : 'without';
  return { address, isWanted, setWanted, choice };
}

/** Lets a signature go without the time stamp when the authority cannot be reached. */
export function TimestampChoice({ stamp }: { readonly stamp: ReturnType<typeof useTimestampChoice> }) {
  if (stamp.address === null) return null;
  return (
    <Checkbox
      isSelected={stamp.isWanted}
      onChange={stamp.setWanted}
      detail={`Sends a hash, never the report, to ${stamp.address}. Without it the signature stands as well; its time is then this computer’s.`}
    >
      Add a time stamp
    </Checkbox>
  );
}
