import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { ImportView } from '#shared/imports'
import { importEndTexts as texts } from '#shared/texts/import-end'
import { AskDialog } from '../../components/AskDialog.tsx'
import { useSay } from '../../components/language-context.ts'
import { wordsOf } from '../../components/problem-words.ts'
import { discardImport, importQuery } from './import-queries.ts'

/** Puts aside an import that nobody wants to go on with; nothing was changed by it. */
export function DiscardImport({ one }: { one: ImportView }) {
  const { t, language } = useSay()
  const client = useQueryClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const discarding = useMutation({
    mutationFn: () => discardImport(one),
    onSuccess: () => dialog.current?.close(),
    onSettled: () => client.invalidateQueries({ queryKey: importQuery(one.importId).queryKey }),
  })
  return (
    <>
      <button type="button" className="quiet danger" onClick={() => dialog.current?.showModal()}>
        {t(texts.discard)}
      </button>
      <AskDialog
        dialog={dialog}
        heading={t(texts.discardTitle, { file: one.fileName })}
        action={t(texts.discard)}
        isDangerous
        isWorking={discarding.isPending}
        refusal={discarding.error ? wordsOf(discarding.error, language) : undefined}
        onDo={() => discarding.mutate()}
      >
        <p>{t(texts.discardLead)}</p>
      </AskDialog>
    </>
  )
}
