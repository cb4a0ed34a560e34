import { type CSSProperties, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { formatNumber } from '../../../shared/british.ts';
import type { DocumentStyle } from '../../../shared/contract/documents.ts';
import { contrastOnWhite, readableAccent } from '../../../shared/organisation-style.ts';
import { useAction, useAsk } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { readLogo, useLogoAddress } from './logo-file.ts';

type Logo = NonNullable<DocumentStyle['logo']>;

/** How the organisation's documents look: name, colour and logo. */
export function StyleSection() {
  const { data, error } = useAsk('style.get', {});
  return (
    <Section title="Look of documents">
      {error ? <ErrorPanel title="The settings could not be shown" error={error} /> : null}
      {data ? <StyleForm style={data} /> : null}
    </Section>
  );
}

const colourPattern = /^#[0-9a-f]{6}$/i;

function StyleForm({ style }: { readonly style: DocumentStyle }) {
  const set = useAction('style.set');
  const [organisation, setOrganisation] = useState(style.organisation);
  const [colour, setColour] = useState(style.accentColour);
  const [logo, setLogo] = useState(style.logo);
  const [isChecked, setChecked] = useState(false);
  const isColour = colourPattern.test(colour.trim());
  const lacksAlt = logo !== null && logo.alt.trim() === '';
  const submit = (): void => {
    setChecked(true);
    if (!isColour || lacksAlt) return;
    set.start({ organisation, accentColour: colour.trim().toLowerCase(), logo }, () =>
      notify({ words: 'The next report or document has this look.' }),
    );
  };
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        label="Name of the organisation"
        description="On the cover and in the foot of every document."
        value={organisation}
        onChange={setOrganisation}
        maxLength={200}
        isOptional
      />
      <TextField
        label="Accent colour"
        description="Of headings and rules: # and six hexadecimal digits."
        value={colour}
        onChange={setColour}
        maxLength={7}
        error={isChecked && !isColour ? 'A colour is # and six hexadecimal digits, such as #0f5063.' : null}
      />
      {isColour ? <AccentSample colour={colour.trim()} /> : null}
      <LogoField logo={logo} onChange={setLogo} isAltMissing={isChecked && lacksAlt} />
      <div className="row">
        <Button type="submit" isPending={set.isPending}>
          Save the look
        </Button>
      </div>
      {set.error ? <ErrorPanel error={set.error} /> : null}
    </form>
  );
}

/** The colour as it will be read on paper, darkened where it would be too pale. */
function AccentSample({ colour }: { readonly colour: string }) {
  const accent = readableAccent(colour);
  return (
    <>
      <p className="accent-sample" style={{ '--sample': accent.colour } as CSSProperties}>
        A heading in this colour
      </p>
      <p className="muted" role="status">
        {accent.darkened
          ? `${colour} is too pale on white (${formatNumber(contrastOnWhite(colour), 1)} to 1; 4.5 is needed). Documents use ${accent.colour}.`
          : `${formatNumber(contrastOnWhite(colour), 1)} to 1 on white: well readable.`}
      </p>
    </>
  );
}

interface LogoFieldProps {
  readonly logo: Logo | null;
  readonly onChange: (logo: Logo | null) => void;
  readonly isAltMissing: boolean;
}

function LogoField({ logo, onChange, isAltMissing }: LogoFieldProps) {
  const [fault, setFault] = useState<string | null>(null);
  const address = useLogoAddress(logo);
  const choose = async (files: FileList | null): Promise<void> => {
    const file = files?.item(0);
    if (!file) return;
    const read = await readLogo(file, logo?.alt ?? '');
    setFault(typeof read === 'string' ? read : null);
    if (typeof read !== 'string') onChange(read);
  };
  return (
    <fieldset className="stack stack-tight">
      <legend className="field-label">Logo</legend>
      <p className="field-description">
        PNG or JPEG of any usual size. It is scaled down and put on white, as paper is.
      </p>
      {address ? <img className="style-logo" src={address} alt={logo?.alt || 'The logo'} /> : null}
      <div className="row">
        <FileTrigger acceptedFileTypes={['image/png', 'image/jpeg']} onSelect={files => void choose(files)}>
          <Button>{logo ? 'Choose another logo…' : 'Choose a logo…'}</Button>
        </FileTrigger>
        {logo ? <Button onPress={() => onChange(null)}>Take the logo off</Button> : null}
      </div>
      {fault === null ? null : <p className="field-error">{fault}</p>}
      {logo ? (
        <TextField
          label="What the logo shows"
          description="Read out to whoever does not see it, such as the organisation’s name."
          value={logo.alt}
          onChange={alt => onChange({ ...logo, alt })}
          maxLength={200}
          error={isAltMissing ? 'Say what the logo shows.' : null}
        />
      ) : null}
    </fieldset>
  );
}
