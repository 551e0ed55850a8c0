import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ShopWaitedFor } from '#shared/progress'
import { waitedForTexts as texts } from '#shared/texts/waited-for'
import { AskDialog } from '../../components/AskDialog.tsx'
import { useSay } from '../../components/language-context.ts'
import { BulkBar, type Outcome, Outcomes } from '../../components/list/BulkBar.tsx'
import type { Chosen } from '../../components/list/use-chosen.ts'
import { useDeed } from '../../components/use-deed.ts'
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
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>()
  const reminding = useDeed(
    () => remindShops(filters, [...chosen.keys]),
    ({ items }) => {
      const names = new Map(shops.map(({ customerId, name }) => [customerId, name[language]]))
      setOutcomes(items.map(({ key, message }) => ({ name: names.get(key) ?? key, refusal: message })))
      chosen.set([])
      return client.invalidateQueries({ queryKey: ['shops-waited-for'] })
    },
  )
  return (
    <>
      <BulkBar chosen={chosen} isWorking={reminding.asked.isWorking}>
        <button type="button" className="quiet" onClick={reminding.open}>
          {t(texts.remind)}
        </button>
      </BulkBar>
      <AskDialog {...reminding.asked} heading={t(texts.remind)} action={t(texts.remind)}>
        <p className="facts">{t(texts.remindAsk, { count: chosen.keys.size, closes })}</p>
      </AskDialog>
      {outcomes && <Outcomes outcomes={outcomes} onClose={() => setOutcomes(undefined)} />}
    </>
  )
}
