import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useRef, useState } from 'react'
import type { PersonId } from '#shared/ids'
import { pageTexts } from '#shared/texts/pages'
import { recordTexts as texts } from '#shared/texts/records'
import { TextField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { wordsOf } from '../../components/problem-words.ts'
import { erasePerson } from './people-queries.ts'

type ErasePersonProps = { person: { personId: PersonId; name: string } }

/** Erases a person after saying what goes and what stays; the name is typed, so that it is no slip. */
export function ErasePerson({ person: { personId, name } }: ErasePersonProps) {
  const { t, language } = useSay()
  const client = useQueryClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const erasing = useMutation({
    mutationFn: () => erasePerson(personId),
    onSuccess: () => {
      dialog.current?.close()
      return client.invalidateQueries()
    },
  })
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    erasing.mutate()
  }
  const heading = `erase-${personId}`
  return (
    <>
      <button
        type="button"
        className="quiet danger"
        aria-label={`${t(texts.erase)} ${name}`}
        onClick={() => dialog.current?.showModal()}
      >
        {t(texts.erase)}
      </button>
      <dialog ref={dialog} className="ask" aria-labelledby={heading} onClose={() => setTyped('')}>
        <form className="cards" onSubmit={onSubmit}>
          <h2 id={heading}>{t(texts.eraseAsk, { name })}</h2>
          <p>{t(texts.eraseGoes)}</p>
          <p>{t(texts.eraseStays)}</p>
          <TextField label={t(texts.eraseType, { name })} value={typed} onChange={setTyped} />
          {erasing.error && (
            <p className="notice bad" role="alert">
              {wordsOf(erasing.error, language)}
            </p>
          )}
          <div className="actions">
            <button
              type="submit"
              className="quiet danger"
              disabled={erasing.isPending || typed.trim() !== name.trim()}
            >
              {t(texts.erase)}
            </button>
            <button type="button" className="quiet" onClick={() => dialog.current?.close()}>
              {t(pageTexts.cancel)}
            </button>
          </div>
        </form>
      </dialog>
    </>
  )
}
