/** Stands where something is being fetched; it shows itself only after a fifth of a second, so that quick answers do not flicker. */
export function Loading({ what, lines = 4 }: { readonly what: string; readonly lines?: number }) {
  return (
    <div className="loading" role="status">
      <span className="visually-hidden">Loading {what}…</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move
        <span className="bone" key={line} aria-hidden="true" />
      ))}
    </div>
  );
}
