import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonId } from '#shared/ids'
import { recordTexts as texts } from '#shared/texts/records'
import { AskDialog } from '../../components/AskDialog.tsx'
import { TextField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { useDeed } from '../../components/use-deed.ts'
import { erasePerson } from './people-queries.ts'

type ErasePersonProps = { person: { personId: PersonId; name: string }; onErased?: () => void }

/** Erases a person after saying what goes and what stays; the name is typed, so that it is no slip. */
export function ErasePerson({ person: { personId, name }, onErased }: ErasePersonProps) {
  const { t } = useSay()
  const client = useQueryClient()
  const [typed, setTyped] = useState('')
  const erasing = useDeed(
    () => erasePerson(personId),
    () => {
      onErased?.()
      return client.invalidateQueries()
    },
  )
  return (
    <>
      <button
        type="button"
        className="quiet danger"
        aria-label={`${t(texts.erase)} ${name}`}
        onClick={erasing.open}
      >
        {t(texts.erase)}
      </button>
      <AskDialog
        {...erasing.asked}
        heading={t(texts.eraseAsk, { name })}
        action={t(texts.erase)}
        isDangerous
        isBarred={typed.trim() !== name.trim()}
        onClose={() => setTyped('')}
      >
        <p>{t(texts.eraseGoes)}</p>
        <p>{t(texts.eraseStays)}</p>
        <TextField label={t(texts.eraseType, { name })} value={typed} onChange={setTyped} />
      </AskDialog>
    </>
  )
}
