import { type FormEvent, useState } from 'react';
import type { FoundFramework } from '../../../shared/contract/imports.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** What a person says of a framework. */
export interface Names {
  readonly reference?: string;
  readonly title?: string;
  readonly version?: string;
}

interface NamesFormProps {
  readonly found: FoundFramework;
  readonly isPending: boolean;
  readonly onNames: (names: Names) => void;
}

/** What stands in a framework where its source says nothing. */
export const notStated = 'not stated';

const stated = (name: string): string => (name === notStated ? '' : name);

/** The title of the version that is held stands in for one that the source does not give. */
const likelyTitle = ({ title, reference, comparedWith }: FoundFramework): string =>
  title === `Standard ${reference}` && comparedWith ? comparedWith.title : title;

/** Reference, title and version as they will stand in the workspace. Only what was changed is handed on. */
export function NamesForm({ found, isPending, onNames }: NamesFormProps) {
  const [reference, setReference] = useState(stated(found.reference));
  const [title, setTitle] = useState(likelyTitle(found));
  const [version, setVersion] = useState(found.suggestedVersion ?? stated(found.version));
  const said = { reference: reference.trim(), title: title.trim(), version: version.trim() };
  const names: Names = {
    ...(said.reference !== '' && said.reference !== found.reference ? { reference: said.reference } : {}),
    ...(said.title !== '' && said.title !== found.title ? { title: said.title } : {}),
    ...(said.version !== '' && said.version !== found.version ? { version: said.version } : {}),
  };
  const isChanged = Object.keys(names).length > 0;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (isChanged) onNames(names);
  };
  return (
    <form className="stack stack-tight" onSubmit={send}>
      <div className="row row-fields">
        <TextField label="Reference" value={reference} onChange={setReference} maxLength={200} />
        <TextField label="Version" value={version} onChange={setVersion} maxLength={200} />
        <TextField label="Title" value={title} onChange={setTitle} maxLength={200} />
      </div>
      <div className="row">
        <Button type="submit" isDisabled={!isChanged} isPending={isPending}>
          Use these names
        </Button>
      </div>
    </form>
  );
}
