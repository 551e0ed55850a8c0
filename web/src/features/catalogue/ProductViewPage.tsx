import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Product, ProductState } from '#shared/catalogue'
import type { SessionView } from '#shared/identity'
import type { Language } from '#shared/languages'
import { productSteps } from '#shared/product-steps'
import { productTexts as texts } from '#shared/texts/products'
import { Asked } from '../../components/Asked.tsx'
import { BackToList } from '../../components/BackToList.tsx'
import { useSay } from '../../components/language-context.ts'
import { QueryPortal } from '../../components/QueryPortal.tsx'
import { Refused } from '../../components/Refused.tsx'
import { usePageTitle } from '../../components/use-page-title.ts'
import { may } from '../identity/session-queries.ts'
import { RecordHistory } from '../records/RecordHistory.tsx'
import { changeProductState, productQuery } from './catalogue-queries.ts'
import { ProductFacts } from './ProductFacts.tsx'
import { ProductForm } from './ProductForm.tsx'
import { ProductPictures } from './ProductPictures.tsx'
import { ProductStatePill } from './ProductStatePill.tsx'
import { useProductWords } from './use-product-words.ts'

/** One product as staff keep it. */
export function ProductViewPage({ language }: { language: Language }) {
  return <QueryPortal language={language}>{(session) => <ProductOfAddress session={session} />}</QueryPortal>
}

function ProductOfAddress({ session }: { session: SessionView }) {
  const productId = location.pathname.split('/').find((part) => part.startsWith('prd_')) ?? ''
  const found = useQuery(productQuery(productId))
  return (
    <Asked of={found} isPage>
      {(product) => <ProductView product={product} maySave={may(session, 'keepProducts')} />}
    </Asked>
  )
}

function ProductView({ product, maySave }: { product: Product; maySave: boolean }) {
  const { t, language } = useSay()
  const words = useProductWords()
  usePageTitle(product.name[language])
  return (
    <>
      <BackToList list="products" name={texts.back} />
      <div className="page-head">
        <div>
          <h1 className="row-head">
            {product.name[language]} <ProductStatePill state={product.state} />
          </h1>
          <p className="facts">{product.code}</p>
        </div>
        {maySave && <StateActions product={product} />}
      </div>
      {maySave && <p className="facts mb-3">{t(texts.publishHint)}</p>}
      <div className="record-columns">
        <div className="cards">
          <section className="card">
            <h2 className="mb-3">{t(texts.record)}</h2>
            {maySave ? <ProductForm product={product} /> : <ProductFacts product={product} />}
          </section>
          <RecordHistory
            place={{
              path: `/products/${product.productId}`,
              queryKey: productQuery(product.productId).queryKey,
            }}
            words={words}
          />
        </div>
        <ProductPictures product={product} maySave={maySave} />
      </div>
    </>
  )
}

const stepTexts = {
  'on-sale': texts.toOnSale,
  suspended: texts.toSuspended,
  ended: texts.toEnded,
  draft: texts.toDraft,
} as const

function StateActions({ product }: { product: Product }) {
  const { t } = useSay()
  const client = useQueryClient()
  const changing = useMutation({
    mutationFn: (to: ProductState) => changeProductState(product, to),
    onSettled: () => client.invalidateQueries({ queryKey: productQuery(product.productId).queryKey }),
  })
  return (
    <div className="actions">
      {productSteps[product.state].to.map((to) => (
        <button
          key={to}
          type="button"
          className={to === 'ended' ? 'quiet danger' : 'quiet'}
          disabled={changing.isPending}
          onClick={() => changing.mutate(to)}
        >
          {t(stepTexts[to])}
        </button>
      ))}
      <Refused error={changing.error} />
    </div>
  )
}
