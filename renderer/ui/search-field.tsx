import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import {
  Input,
  Button as RacButton,
  SearchField as RacSearchField,
  type SearchFieldProps as RacSearchFieldProps,
} from 'react-aria-components';
import { FieldFrame, type FieldWords, splitWords } from './field.tsx';

export interface SearchFieldProps
  extends Omit<RacSearchFieldProps, 'children' | 'className' | 'style' | 'isInvalid'>,
    FieldWords {
  readonly placeholder?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A field that filters what is shown beside it; Escape clears it. */
export function SearchField(props: SearchFieldProps) {
  const [words, { placeholder, inputRef, ...rest }] = splitWords(props);
  return (
    <RacSearchField {...rest} className="field search-field">
      <FieldFrame words={words}>
        <div className="control-group">
          <Search className="control-lead" size={16} aria-hidden />
          <Input
            className="control"
            {...(placeholder ? { placeholder } : {})}
            {...(inputRef ? { ref: inputRef } : {})}
          />
          <RacButton className="icon-button control-trail">
            <X size={14} aria-hidden />
          </RacButton>
        </div>
      </FieldFrame>
    </RacSearchField>
  );
}
