import { NumberField } from '../../ui/number-field.tsx';

interface YearsFieldProps {
  readonly years: number;
  readonly onChange: (years: number) => void;
}

/** For how many years a certificate is valid. */
export function YearsField({ years, onChange }: YearsFieldProps) {
  return (
    <NumberField
      label="Valid for"
      unit={years === 1 ? 'year' : 'years'}
      least={1}
      most={10}
      value={years}
      onChange={value => value !== null && onChange(value)}
    />
  );
}
