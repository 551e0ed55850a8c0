import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ShopWaitedFor } from '#shared/progress'
import { waitedForTexts as texts } from '#shared/texts/waited-for'
import { AskDialog } from '../../components/AskDialog.tsx'
import { useSay } from '../../components/language-context.ts'
import { BulkBar, type Outcome, Outcomes } from '../../components/list/BulkBar.tsx'
import type { Chosen } from '../../components/list/use-chosen.ts'
import { wordsOf } from '../../components/problem-words.ts'
import { remindShops, type WaitedForFilters } from './progress-queries.ts'

type RemindChosenProps = {
  chosen: Chosen
  shops: readonly ShopWaitedFor[]
  filters: WaitedForFilters
  /** When the window closes, in words. */
  closes: string
}

/** Reminds the chosen shops of the window, with what became of each. */
export function RemindChosen({ chosen, shops, filters, closes }: RemindChosenProps) {
  const { t, language } = useSay()
  const client = useQueryClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>()
  const reminding = useMutation({
    mutationFn: () => remindShops(filters, [...chosen.keys]),
    onSuccess: ({ items }) => {
      const names = new Map(shops.map(({ customerId, name }) => [customerId, name[language]]))
      setOutcomes(items.map(({ key, message }) => ({ name: names.get(key) ?? key, refusal: message })))
      dialog.current?.close()
      chosen.set([])
      return client.invalidateQueries({ queryKey: ['shops-waited-for'] })
    },
  })
  return (
    <>
      <BulkBar chosen={chosen} isWorking={reminding.isPending}>
        <button type="button" className="quiet" onClick={() => dialog.current?.showModal()}>
          {t(texts.remind)}
        </button>
      </BulkBar>
      <AskDialog
        dialog={dialog}
        heading={t(texts.remind)}
        action={t(texts.remind)}
        isWorking={reminding.isPending}
        refusal={reminding.error ? wordsOf(reminding.error, language) : undefined}
        onDo={() => reminding.mutate()}
      >
        <p className="facts">{t(texts.remindAsk, { count: chosen.keys.size, closes })}</p>
      </AskDialog>
      {outcomes && <Outcomes outcomes={outcomes} onClose={() => setOutcomes(undefined)} />}
    </>
  )
}
