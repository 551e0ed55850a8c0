import type { ProductId } from '#shared/ids'
import { formTexts } from '#shared/texts/forms'
import { productTexts as texts } from '#shared/texts/products'
import { useSay } from '../../components/language-context.ts'
import { ProductFinder } from './ProductFinder.tsx'
import { ProductName } from './ProductName.tsx'
import type { ProductFormPart } from './product-form-part.ts'

/** What is offered instead when a product is out, the best first. */
export function SubstituteFields({ form, productId }: ProductFormPart & { productId: ProductId }) {
  const { t } = useSay()
  const chosen = form.fields.substitutes ?? []
  return (
    <fieldset className="cards">
      <legend className="font-semibold">{t(texts.substitutes)}</legend>
      {chosen.length > 0 && (
        <ol className="people">
          {chosen.map((id) => (
            <li key={id}>
              <span className="person">
                <ProductName productId={id} />
              </span>
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
      <ProductFinder
        label={t(texts.addSubstitute)}
        without={[productId, ...chosen]}
        onChoose={(id) => form.set({ substitutes: [...chosen, id] })}
      />
    </fieldset>
  )
}
