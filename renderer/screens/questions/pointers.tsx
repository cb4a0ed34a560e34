interface PointersProps {
  readonly pass: readonly string[];
  readonly distinction: readonly string[];
}

/** What a good answer to a question holds, by grade; nothing where that was left open. */
export function Pointers({ pass, distinction }: PointersProps) {
  if (pass.length + distinction.length === 0) return null;
  return (
    <div className="pointers">
      <PointerList title="Pass" pointers={pass} />
      <PointerList title="Distinction" pointers={distinction} />
    </div>
  );
}

function PointerList({ title, pointers }: { readonly title: string; readonly pointers: readonly string[] }) {
  if (pointers.length === 0) return null;
  return (
    <>
      <strong>{title}</strong>
      <ul>
        {pointers.map(pointer => (
          <li key={pointer}>{pointer}</li>
        ))}
      </ul>
    </>
  );
}
