import { Field } from './RecordFields.tsx'
import { useTypedNumber } from './use-typed-number.ts'

type NumberFieldProps = {
  label: string
  value: number
  least?: number
  most?: number
  error?: string
  onChange: (value: number) => void
}

/** A field for a whole number that is always needed. */
export function NumberField({ label, error, ...number }: NumberFieldProps) {
  const input = useTypedNumber(number)
  return (
    <Field label={label} error={error}>
      {(control) => <input {...control} {...input} />}
    </Field>
  )
}
