/** Where judging was left in each session, for as long as the window is open. */
const lastDescriptor = new Map<string, string>();

/** Leaves a mark at a descriptor, so that the judge screen opens there: where judging was left, or where another screen leads. */
export function markDescriptor(sessionId: string, descriptorKey: string): void {
  lastDescriptor.set(sessionId, descriptorKey);
}

/** The descriptor that was marked last in the session. */
export function markedDescriptor(sessionId: string): string | undefined {
  return lastDescriptor.get(sessionId);
}
