import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { PersonId } from '#shared/ids'
import { recordTexts as texts } from '#shared/texts/records'
import { AskDialog } from '../../components/AskDialog.tsx'
import { TextField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { wordsOf } from '../../components/problem-words.ts'
import { erasePerson } from './people-queries.ts'

type ErasePersonProps = { person: { personId: PersonId; name: string }; onErased?: () => void }

/** Erases a person after saying what goes and what stays; the name is typed, so that it is no slip. */
export function ErasePerson({ person: { personId, name }, onErased }: ErasePersonProps) {
  const { t, language } = useSay()
  const client = useQueryClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const erasing = useMutation({
    mutationFn: () => erasePerson(personId),
    onSuccess: () => {
      dialog.current?.close()
      onErased?.()
      return client.invalidateQueries()
    },
  })
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
      <AskDialog
        dialog={dialog}
        heading={t(texts.eraseAsk, { name })}
        action={t(texts.erase)}
        isDangerous
        isWorking={erasing.isPending}
        isBarred={typed.trim() !== name.trim()}
        refusal={erasing.error ? wordsOf(erasing.error, language) : undefined}
        onDo={() => erasing.mutate()}
        onClose={() => setTyped('')}
      >
        <p>{t(texts.eraseGoes)}</p>
        <p>{t(texts.eraseStays)}</p>
        <TextField label={t(texts.eraseType, { name })} value={typed} onChange={setTyped} />
      </AskDialog>
    </>
  )
}
