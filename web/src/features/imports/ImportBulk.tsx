import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ImportView } from '#shared/imports'
import { importListTexts as listedTexts } from '#shared/texts/import-list'
import { importTexts as texts } from '#shared/texts/imports'
import { AskDialog } from '../../components/AskDialog.tsx'
import { useSay } from '../../components/language-context.ts'
import { BulkBar, type Outcome, Outcomes } from '../../components/list/BulkBar.tsx'
import { oneByOne } from '../../components/list/one-by-one.ts'
import type { Chosen } from '../../components/list/use-chosen.ts'
import { takeBack } from './import-queries.ts'

type ImportBulkProps = { chosen: Chosen; imports: readonly ImportView[] }

/** Takes all chosen imports back, the newest first and each to its end, since files build on those before them. */
export function ImportBulk({ chosen, imports }: ImportBulkProps) {
  const { t, language } = useSay()
  const client = useQueryClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>()
  const undoing = useMutation({
    mutationFn: () =>
      oneByOne(
        imports.filter(({ importId }) => chosen.keys.has(importId)),
        ({ kind, fileName }) => `${t(texts[kind])} · ${fileName}`,
        { language, work: ({ importId }) => takeBack(importId) },
      ),
    onSuccess: (verdicts) => {
      setOutcomes(verdicts)
      chosen.set([])
      return client.invalidateQueries({ queryKey: ['imports'] })
    },
  })
  return (
    <>
      <BulkBar chosen={chosen} isWorking={undoing.isPending}>
        <button
          type="button"
          className="quiet danger"
          disabled={undoing.isPending}
          onClick={() => dialog.current?.showModal()}
        >
          {t(listedTexts.takeBack)}
        </button>
      </BulkBar>
      <AskDialog
        dialog={dialog}
        heading={t(listedTexts.takeBackTitle, { count: chosen.keys.size })}
        action={t(listedTexts.takeBack)}
        isDangerous
        isWorking={undoing.isPending}
        onDo={() => {
          dialog.current?.close()
          undoing.mutate()
        }}
      >
        <p>{t(listedTexts.takeBackHint)}</p>
      </AskDialog>
      {outcomes && <Outcomes outcomes={outcomes} onClose={() => setOutcomes(undefined)} />}
    </>
  )
}
