import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Product, ProductState } from '#shared/catalogue'
import { productTexts as texts } from '#shared/texts/products'
import { useSay } from '../../components/language-context.ts'
import { BulkBar, type Outcome, Outcomes } from '../../components/list/BulkBar.tsx'
import type { Chosen } from '../../components/list/use-chosen.ts'
import { Refused } from '../../components/Refused.tsx'
import { changeProductStates } from './catalogue-queries.ts'

const steps = [
  ['on-sale', texts.toOnSale],
  ['suspended', texts.toSuspended],
  ['ended', texts.toEnded],
] as const satisfies ReadonlyArray<readonly [ProductState, unknown]>

/** Takes the chosen products a step along, each by itself, and says what became of each. */
export function ProductBulk({ chosen, products }: { chosen: Chosen; products: readonly Product[] }) {
  const { t, language } = useSay()
  const client = useQueryClient()
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>()
  const changing = useMutation({
    mutationFn: (to: ProductState) =>
      changeProductStates(
        products.filter(({ productId }) => chosen.keys.has(productId)),
        to,
      ),
    onSuccess: (verdicts) => {
      const names = new Map(products.map(({ productId, name }) => [String(productId), name[language]]))
      setOutcomes(verdicts.map(({ key, message }) => ({ name: names.get(key) ?? key, refusal: message })))
      chosen.set([])
      return client.invalidateQueries({ queryKey: ['products'] })
    },
  })
  return (
    <>
      <BulkBar chosen={chosen} isWorking={changing.isPending}>
        {steps.map(([to, text]) => (
          <button
            key={to}
            type="button"
            className="quiet"
            disabled={changing.isPending}
            onClick={() => changing.mutate(to)}
          >
            {t(text)}
          </button>
        ))}
      </BulkBar>
      <Refused error={changing.error} />
      {outcomes && <Outcomes outcomes={outcomes} onClose={() => setOutcomes(undefined)} />}
    </>
  )
}
