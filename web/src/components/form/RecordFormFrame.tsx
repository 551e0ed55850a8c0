import { type ReactNode, type SubmitEvent, useEffect, useRef } from 'react'
import { formTexts as texts } from '#shared/texts/forms'
import { ApiProblem } from '../../api.ts'
import { useSay } from '../language-context.ts'
import { wordsOf } from '../problem-words.ts'
import type { RecordWords } from '../record-words.ts'
import type { Clash } from './merge-drafts.ts'
import type { RecordForm } from './use-record-form.ts'

type RecordFormFrameProps<Fields> = {
  form: RecordForm<Fields>
  /** What fields are called, and how their values read. */
  words: RecordWords
  /** What the main action is called, when it is more than saving. */
  action?: string
  children: ReactNode
}

/** A form on a record: its fields, what went wrong, what collided, and its one main action. */
export function RecordFormFrame<Fields>({ form, words, action, children }: RecordFormFrameProps<Fields>) {
  const { t } = useSay()
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void form.save()
  }
  return (
    <form className="record-form" onSubmit={onSubmit}>
      {form.isRestored && <p className="notice">{t(texts.restored)}</p>}
      {form.error !== undefined && <ErrorSummary error={form.error} />}
      {form.isMerged && (
        <div className="notice" role="alert">
          <p>{t(form.clashes.length > 0 ? texts.clash : texts.merged)}</p>
          {form.clashes.map((clash) => (
            <ClashChoice key={clash.field} {...{ clash, form, words }} />
          ))}
        </div>
      )}
      {children}
      <div className="actions form-actions">
        <button
          type="submit"
          className="button"
          disabled={form.isSaving || !form.isChanged || form.clashes.length > 0}
        >
          {form.isSaving ? t(texts.saving) : (action ?? t(texts.save))}
        </button>
        {form.isChanged && (
          <button type="button" className="quiet" disabled={form.isSaving} onClick={form.discard}>
            {t(texts.discard)}
          </button>
        )}
        <span role="status" className="is-done">
          {form.isSaved && t(texts.saved)}
        </span>
      </div>
    </form>
  )
}

type ClashChoiceProps<Fields> = Omit<RecordFormFrameProps<Fields>, 'children' | 'action'> & {
  clash: Clash<Fields>
}

function ClashChoice<Fields>({ clash, form, words }: ClashChoiceProps<Fields>) {
  const { t } = useSay()
  const { field, mine, theirs } = clash
  const name = words.names[field]
  const said = (value: unknown) => words.wordsFor(field, value) || t(texts.empty)
  return (
    <fieldset className="clash">
      <legend>{name ? t(name) : field}</legend>
      <button type="button" className="quiet" onClick={() => form.settle(field, mine)}>
        {t(texts.mine)}：{said(mine)}
      </button>
      <button type="button" className="quiet" onClick={() => form.settle(field, theirs)}>
        {t(texts.theirs)}：{said(theirs)}
      </button>
    </fieldset>
  )
}

/** All that was refused, in one place that takes the focus. */
function ErrorSummary({ error }: { error: unknown }) {
  const { t, language } = useSay()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error !== undefined) box.current?.focus()
  }, [error])
  const entries = error instanceof ApiProblem ? error.entries : []
  return (
    <div ref={box} className="notice bad" role="alert" tabIndex={-1}>
      <p className="font-semibold">{entries.length > 0 ? t(texts.mend) : wordsOf(error, language)}</p>
      <ul>
        {entries.map(({ path, message }) => (
          <li key={`${path} ${message}`}>{message}</li>
        ))}
      </ul>
    </div>
  )
}
