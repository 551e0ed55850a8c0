import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useRef } from 'react'
import { formTexts } from '#shared/texts/forms'
import { pageTexts } from '#shared/texts/pages'
import { productFieldTexts as fields, productTexts as texts } from '#shared/texts/products'
import { useSay } from '../../components/language-context.ts'
import { wordsOf } from '../../components/problem-words.ts'
import { saveProduct } from './catalogue-queries.ts'

/** Asks the least that a new product needs, and leads to its page. */
export function NewProduct() {
  const { t, language } = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  const adding = useMutation({
    mutationFn: (data: FormData) => {
      const text = (name: string) => String(data.get(name)).trim()
      const name = { zh: text('zh'), en: text('en') || text('zh') }
      const unit = { zh: text('unit'), en: text('unitEn') || text('unit') }
      return saveProduct(text('code'), { name, unit }, 0)
    },
    onSuccess: ({ productId }) => location.assign(`/${language}/staff/products/${productId}/`),
  })
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    adding.mutate(new FormData(event.currentTarget))
  }
  const asked = [
    ['code', fields.code, true],
    ['zh', fields.nameZh, true],
    ['en', fields.nameEn, false],
    ['unit', fields.unit, true],
    ['unitEn', fields.unitEn, false],
  ] as const
  return (
    <>
      <button type="button" className="button" onClick={() => dialog.current?.showModal()}>
        {t(texts.add)}
      </button>
      <dialog ref={dialog} className="ask" aria-labelledby="new-product">
        <form className="cards" onSubmit={onSubmit}>
          <h2 id="new-product">{t(texts.add)}</h2>
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
          {adding.error && (
            <p className="notice bad" role="alert">
              {wordsOf(adding.error, language)}
            </p>
          )}
          <div className="actions">
            <button type="submit" className="button" disabled={adding.isPending}>
              {t(formTexts.add)}
            </button>
            <button type="button" className="quiet" onClick={() => dialog.current?.close()}>
              {t(pageTexts.cancel)}
            </button>
          </div>
        </form>
      </dialog>
    </>
  )
}
