import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ProductId } from '#shared/ids'
import type { LimitsOfProduct as Limits } from '#shared/supply'
import { limitTexts as texts } from '#shared/texts/limits'
import { Asked } from '../../components/Asked.tsx'
import { useSay } from '../../components/language-context.ts'
import { productQuery } from '../catalogue/catalogue-queries.ts'
import { ProductFinder } from '../catalogue/ProductFinder.tsx'
import { LimitDialog } from './LimitDialog.tsx'
import { limitsOfProductQuery } from './limit-queries.ts'

/** What is released of one product in a cycle, grade by grade, each to be changed by itself. */
export function LimitsOfProduct({ cycleId }: { cycleId: string }) {
  const { t, language } = useSay()
  const [productId, setProductId] = useState<ProductId>()
  return (
    <div>
      <p className="facts mb-2">
        {t(texts.inFile, { cycle: cycleId })}{' '}
        <a className="link" href={`/${language}/staff/imports/?kind=limits`}>
          {t(texts.bring)}
        </a>
      </p>
      <ProductFinder label={t(texts.ofProduct)} without={[]} onChoose={setProductId} />
      {productId && <Grades key={productId} cycleId={cycleId} productId={productId} />}
    </div>
  )
}

type Named = { cycleId: string; productId: ProductId }

function Grades(named: Named) {
  const found = useQuery(limitsOfProductQuery(named.cycleId, named.productId))
  return (
    <Asked of={found} rows={2}>
      {(released) => <Released {...named} released={released} />}
    </Asked>
  )
}

function Released({ cycleId, productId, released }: Named & { released: Limits }) {
  const { t, language } = useSay()
  const [changed, setChanged] = useState<number>()
  const product = useQuery(productQuery(productId))
  const name = product.data?.name[language] ?? '…'
  const { limits, firstComeLeft } = released
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
