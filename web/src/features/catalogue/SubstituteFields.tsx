import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ProductId } from '#shared/ids'
import { formTexts } from '#shared/texts/forms'
import { productTexts as texts } from '#shared/texts/products'
import { useSay } from '../../components/language-context.ts'
import { FindBox } from '../../components/list/FindBox.tsx'
import { productQuery, readProducts } from './catalogue-queries.ts'
import type { ProductFormPart } from './product-form-part.ts'

const MOST_SHOWN = 6

/** What is offered instead when a product is out, the best first. */
export function SubstituteFields({ form, productId }: ProductFormPart & { productId: ProductId }) {
  const { t, language } = useSay()
  const [text, setText] = useState('')
  const chosen = form.fields.substitutes ?? []
  const found = useQuery({
    queryKey: ['products', 'substitutes', text],
    queryFn: () => readProducts({ text }, undefined, MOST_SHOWN),
    enabled: text !== '',
  })
  const others = found.data?.items.filter(
    (product) => product.productId !== productId && !chosen.includes(product.productId),
  )
  return (
    <fieldset className="cards">
      <legend className="font-semibold">{t(texts.substitutes)}</legend>
      {chosen.length > 0 && (
        <ol className="people">
          {chosen.map((id) => (
            <li key={id}>
              <ProductName productId={id} />
              <button
                type="button"
                className="quiet"
                onClick={() => form.set({ substitutes: chosen.filter((other) => other !== id) })}
              >
                {t(formTexts.remove)}
              </button>
            </li>
          ))}
        </ol>
      )}
      <FindBox label={t(texts.addSubstitute)} value={text} onChange={setText} isShy />
      {others && (
        <div className="actions">
          {others.map((product) => (
            <button
              key={product.productId}
              type="button"
              className="quiet"
              onClick={() => {
                form.set({ substitutes: [...chosen, product.productId] })
                setText('')
              }}
            >
              ＋ {product.name[language]}
            </button>
          ))}
        </div>
      )}
    </fieldset>
  )
}

function ProductName({ productId }: { productId: string }) {
  const { language } = useSay()
  const { data } = useQuery(productQuery(productId))
  return <span className="person">{data?.name[language] ?? productId}</span>
}
