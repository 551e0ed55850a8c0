import { useId } from 'react'
import type { Language } from '#shared/languages'
import type { SaveTemplate } from '#shared/notifications'
import { wordingTexts as texts } from '#shared/texts/wording'
import { TextField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'

const labels = {
  zh: { subject: texts.subjectZh, text: texts.textZh, sms: texts.smsZh },
  en: { subject: texts.subjectEn, text: texts.textEn, sms: texts.smsEn },
} as const

type WordingFieldsProps = {
  fields: SaveTemplate
  onChange: (changes: Partial<SaveTemplate>) => void
  errorOf: (field: string) => string | undefined
}

/** The words of a template in both languages. */
export function WordingFields({ fields, onChange, errorOf }: WordingFieldsProps) {
  return (['zh', 'en'] as const).map((language) => (
    <WordsOf
      key={language}
      language={language}
      words={fields[language]}
      onChange={(words) => onChange({ [language]: words })}
      errorOf={(part) => errorOf(`${language}.${part}`)}
    />
  ))
}

type WordsOfProps = {
  language: Language
  words: SaveTemplate['zh']
  onChange: (words: SaveTemplate['zh']) => void
  errorOf: (part: string) => string | undefined
}

function WordsOf({ language, words, onChange, errorOf }: WordsOfProps) {
  const { t } = useSay()
  const names = labels[language]
  return (
    <section className="card cards" lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <TextField
        label={t(names.subject)}
        value={words.subject}
        error={errorOf('subject')}
        isRequired
        maxLength={200}
        onChange={(subject) => onChange({ ...words, subject })}
      />
      <LongField
        label={t(names.text)}
        value={words.text}
        error={errorOf('text')}
        onChange={(text) => onChange({ ...words, text })}
      />
      <LongField
        label={t(names.sms)}
        hint={t(texts.smsHint)}
        value={words.sms ?? ''}
        error={errorOf('sms')}
        onChange={(sms) => onChange({ ...words, sms: sms === '' ? undefined : sms })}
      />
    </section>
  )
}

type LongFieldProps = {
  label: string
  hint?: string
  value: string
  error: string | undefined
  onChange: (text: string) => void
}

function LongField({ label, hint, value, error, onChange }: LongFieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {hint && <span className="facts"> · {hint}</span>}
      </label>
      <textarea
        id={id}
        className="text-box"
        rows={3}
        maxLength={2000}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {error && (
        <span id={`${id}-error`} className="is-refused">
          {error}
        </span>
      )}
    </div>
  )
}
