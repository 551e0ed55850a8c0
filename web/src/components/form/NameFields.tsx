import type { Text } from '#shared/languages'
import { useSay } from '../language-context.ts'
import { TextField } from './RecordFields.tsx'

type NameFieldsProps = {
  texts: { nameZh: Text; nameEn: Text }
  name: Text
  errorOf: (path: string) => string | undefined
  onChange: (name: Text) => void
}

/** What a record is called in both languages. */
export function NameFields({ texts, name, errorOf, onChange }: NameFieldsProps) {
  const { t } = useSay()
  return (
    <>
      <TextField
        label={t(texts.nameZh)}
        value={name.zh}
        isRequired
        error={errorOf('name.zh')}
        onChange={(zh) => onChange({ ...name, zh })}
      />
      <TextField
        label={t(texts.nameEn)}
        value={name.en}
        isRequired
        error={errorOf('name.en')}
        onChange={(en) => onChange({ ...name, en })}
      />
    </>
  )
}
