import { formTexts } from '#shared/texts/forms'
import { productFieldTexts as fields, productTexts as texts } from '#shared/texts/products'
import { AskDialog } from '../../components/AskDialog.tsx'
import { useSay } from '../../components/language-context.ts'
import { useDeed } from '../../components/use-deed.ts'
import { saveProduct } from './catalogue-queries.ts'

/** Asks the least that a new product needs, and leads to its page. */
export function NewProduct() {
  const { t, language } = useSay()
  const adding = useDeed(
    (data) => {
      const text = (name: string) => String(data.get(name)).trim()
      const name = { zh: text('zh'), en: text('en') || text('zh') }
      const unit = { zh: text('unit'), en: text('unitEn') || text('unit') }
      return saveProduct(text('code'), { name, unit }, 0)
    },
    ({ productId }) => location.assign(`/${language}/staff/products/${productId}/`),
  )
  const asked = [
    ['code', fields.code, true],
    ['zh', fields.nameZh, true],
    ['en', fields.nameEn, false],
    ['unit', fields.unit, true],
    ['unitEn', fields.unitEn, false],
  ] as const
  return (
    <>
      <button type="button" className="button" onClick={adding.open}>
        {t(texts.add)}
      </button>
      <AskDialog {...adding.asked} heading={t(texts.add)} action={t(formTexts.add)}>
        <p className="facts">{t(texts.addHint)}</p>
        {asked.map(([name, label, required]) => (
          <label key={name} className="field">
            <span>
              {t(label)}
              {!required && ` · ${t(formTexts.optional)}`}
            </span>
            <input name={name} required={required} maxLength={name === 'code' ? 40 : 200} />
          </label>
        ))}
      </AskDialog>
    </>
  )
}
