import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Price } from '#shared/prices'
import { priceListTexts as listTexts } from '#shared/texts/price-list'
import { priceTexts as texts } from '#shared/texts/prices'
import type { BusinessDate } from '#shared/time'
import { AskDialog } from '../../components/AskDialog.tsx'
import { dateOf } from '../../components/form/date-of.ts'
import { useSay } from '../../components/language-context.ts'
import { BulkBar, type Outcome, Outcomes } from '../../components/list/BulkBar.tsx'
import { oneByOne } from '../../components/list/one-by-one.ts'
import type { Chosen } from '../../components/list/use-chosen.ts'
import { validityWords } from './PriceTerms.tsx'
import { endPrice, keyOfPrice } from './price-queries.ts'

type PriceBulkProps = { chosen: Chosen; prices: readonly Price[] }

/** Ends all chosen prices on one day, each from the version that was seen, and says what became of each. */
export function PriceBulk({ chosen, prices }: PriceBulkProps) {
  const { t, language } = useSay()
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>()
  const nameOf = (price: Price) =>
    [price.name[language], price.code, validityWords(price, language)].join(' · ')
  const whyNot = ({ from, until }: Price, day: BusinessDate) => {
    if (from !== undefined && from >= day) return t(listTexts.beginsLater)
    return until !== undefined && until < day ? t(listTexts.endsBefore) : undefined
  }
  const ending = useMutation({
    mutationFn: async (day: BusinessDate) => {
      const wanted = prices.filter((price) => chosen.keys.has(keyOfPrice(price)))
      const able = wanted.filter((price) => !whyNot(price, day))
      const ended = await oneByOne(able, nameOf, { language, work: (price) => endPrice(price, day) })
      const left = wanted.filter((price) => !able.includes(price))
      return [...ended, ...left.map((price) => ({ name: nameOf(price), refusal: whyNot(price, day) }))]
    },
    onSuccess: (verdicts) => {
      setOutcomes(verdicts)
      setAsking(false)
      chosen.set([])
      void client.invalidateQueries({ queryKey: ['price-lists'] })
      return client.invalidateQueries({ queryKey: ['prices'] })
    },
  })
  return (
    <>
      <BulkBar chosen={chosen} isWorking={ending.isPending}>
        <button type="button" className="quiet" onClick={() => setAsking(true)}>
          {t(listTexts.end)}
        </button>
      </BulkBar>
      {isAsking && (
        <EndDialog
          count={chosen.keys.size}
          isWorking={ending.isPending}
          onEnd={(day) => ending.mutate(day)}
          onClose={() => setAsking(false)}
        />
      )}
      {outcomes && <Outcomes outcomes={outcomes} onClose={() => setOutcomes(undefined)} />}
    </>
  )
}

type EndDialogProps = {
  count: number
  isWorking: boolean
  onEnd: (day: BusinessDate) => void
  onClose: () => void
}

function EndDialog({ count, isWorking, onEnd, onClose }: EndDialogProps) {
  const { t } = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <AskDialog
      dialog={dialog}
      heading={t(listTexts.endTitle, { count })}
      action={t(listTexts.end)}
      isOpenAtOnce
      isWorking={isWorking}
      onDo={(data) => {
        const day = dateOf(String(data.get('until')))
        if (day) onEnd(day)
      }}
      onClose={onClose}
    >
      <label className="field">
        <span>{t(texts.until)}</span>
        <input type="date" name="until" required min="2000-01-01" max="9999-12-31" />
        <span className="facts">{t(listTexts.endHint)}</span>
      </label>
    </AskDialog>
  )
}
