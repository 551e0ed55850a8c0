import { typedMomentTexts as texts } from '#shared/texts/typed-moments'
import { useSay } from '../language-context.ts'
import { Field } from './RecordFields.tsx'
import { useTypedMoment } from './use-typed-moment.ts'

type MomentFieldProps = {
  label: string
  value: string | undefined
  /** Called with what is whole and can be read; with nothing when it is emptied. */
  onChange: (text: string) => void
  type?: 'date' | 'datetime-local' | 'time'
  hint?: string
  error?: string
  isOptional?: boolean
  isRequired?: boolean
}

/** A field for a day or a time; what is half typed stays typed, is said at the field and is not taken. */
export function MomentField({
  value,
  onChange,
  type = 'date',
  isRequired,
  error,
  ...field
}: MomentFieldProps) {
  const { t } = useSay()
  const { input, isUnread } = useTypedMoment({ type, value, onChange })
  const unread = isUnread ? t(type === 'time' ? texts.unreadTime : texts.unread) : undefined
  return (
    <Field {...field} error={unread ?? error}>
      {(control) => <input {...control} {...input} required={isRequired} />}
    </Field>
  )
}
