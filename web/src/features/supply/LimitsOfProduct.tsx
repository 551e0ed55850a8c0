import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ProductId } from '#shared/ids'
import { limitTexts as texts } from '#shared/texts/limits'
import { useSay } from '../../components/language-context.ts'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { productQuery } from '../catalogue/catalogue-queries.ts'
import { ProductFinder } from '../catalogue/ProductFinder.tsx'
import { LimitDialog } from './LimitDialog.tsx'
import { limitsOfProductQuery } from './limit-queries.ts'

/** What is released of one product in a cycle, grade by grade, each to be changed by itself. */
export function LimitsOfProduct({ cycleId }: { cycleId: string }) {
  const { t } = useSay()
  const [productId, setProductId] = useState<ProductId>()
  return (
    <div>
      <ProductFinder label={t(texts.ofProduct)} without={[]} onChoose={setProductId} />
      {productId && <Grades key={productId} cycleId={cycleId} productId={productId} />}
    </div>
  )
}

function Grades({ cycleId, productId }: { cycleId: string; productId: ProductId }) {
  const { t, language } = useSay()
  const [changed, setChanged] = useState<number>()
  const product = useQuery(productQuery(productId))
  const { data, error, refetch } = useQuery(limitsOfProductQuery(cycleId, productId))
  if (error) return <Trouble isPart error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton rows={2} />
  const name = product.data?.name[language] ?? '…'
  const { limits, firstComeLeft } = data
  return (
    <>
      <h3>{name}</h3>
      {firstComeLeft !== undefined && <p>{t(texts.left, { quantity: firstComeLeft })}</p>}
      {limits.length === 0 && firstComeLeft === undefined && (
        <p className="text-soft">{t(texts.noLimit, { name })}</p>
      )}
      <ul className="people">
        {limits.map(({ grade, quantity, band }) => (
          <li key={grade} className="flex-nowrap">
            <span className="person">
              {t(texts.ofGrade, { grade })} · {t(texts.aShop, { quantity })}
              {band && (
                <span className="facts block">{t(texts.inBand, { band: band.code, cap: band.cap })}</span>
              )}
            </span>
            <button
              type="button"
              className="link flex-none"
              aria-label={`${t(texts.change)} ${t(texts.ofGrade, { grade })}`}
              onClick={() => setChanged(grade)}
            >
              {t(texts.change)}
            </button>
          </li>
        ))}
      </ul>
      {changed !== undefined && (
        <LimitDialog named={{ cycleId, productId, grade: changed }} onClose={() => setChanged(undefined)} />
      )}
    </>
  )
}
