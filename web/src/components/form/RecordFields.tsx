import { type ReactNode, useId } from 'react'
import { formTexts as texts } from '#shared/texts/forms'
import { useSay } from '../language-context.ts'

type FieldProps = {
  label: string
  hint?: string
  error?: string
  isOptional?: boolean
  /** Makes the control; `described` names what describes it. */
  children: (control: { id: string; 'aria-invalid'?: true; 'aria-describedby'?: string }) => ReactNode
}

/** A control with its label, its hint, and what is wrong with it. */
export function Field({ label, hint, error, isOptional = false, children }: FieldProps) {
  const { t } = useSay()
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {isOptional && <span className="facts"> · {t(texts.optional)}</span>}
      </label>
      {children({
        id,
        ...(error && { 'aria-invalid': true }),
        ...(described && { 'aria-describedby': described }),
      })}
      {hint && (
        <span id={`${id}-hint`} className="facts">
          {hint}
        </span>
      )}
      {error && (
        <span id={`${id}-error`} className="is-refused">
          {error}
        </span>
      )}
    </div>
  )
}

type TextFieldProps = Omit<FieldProps, 'children'> & {
  value: string | undefined
  onChange: (text: string) => void
  type?: 'text' | 'date' | 'datetime-local' | 'time' | 'tel' | 'email' | 'number'
  isRequired?: boolean
  maxLength?: number
  /** What it must look like, as a pattern of HTML. */
  pattern?: string
}

/** A field of one line. */
export function TextField({
  value,
  onChange,
  type = 'text',
  isRequired,
  maxLength,
  pattern,
  ...field
}: TextFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type={type}
          value={value ?? ''}
          required={isRequired}
          maxLength={maxLength}
          pattern={pattern}
          inputMode={type === 'number' ? 'numeric' : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

type ChoiceFieldProps = Omit<FieldProps, 'children'> & {
  value: string | undefined
  onChange: (value: string) => void
  options: ReadonlyArray<{ value: string; name: string }>
  /** What no choice is called; without it one must be chosen. */
  none?: string
}

/** A field that chooses one of a few. */
export function ChoiceField({ value, onChange, options, none, ...field }: ChoiceFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} value={value ?? ''} onChange={(event) => onChange(event.target.value)}>
          {none !== undefined && <option value="">{none}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
