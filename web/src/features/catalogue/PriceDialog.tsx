import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useRef, useState } from 'react'
import type { Price } from '#shared/prices'
import { formTexts } from '#shared/texts/forms'
import { pageTexts } from '#shared/texts/pages'
import { priceTexts as texts } from '#shared/texts/prices'
import { TextField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { wordsOf } from '../../components/problem-words.ts'
import { PriceHistory } from './PriceHistory.tsx'
import { PriceRowFields } from './PriceRowFields.tsx'
import { removePrice, savePrice } from './price-queries.ts'
import { draftOfRow, rowOfDraft } from './price-row-draft.ts'

type PriceDialogProps = { list: string; price: Price | undefined; onClose: () => void }

/** Changes a row of a price list, or adds one: a price prepared for a day to come is a row of its own. */
export function PriceDialog({ list, price, onClose }: PriceDialogProps) {
  const { t, language } = useSay()
  const client = useQueryClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const [product, setProduct] = useState(price?.code ?? '')
  const [row, setRow] = useState(() => draftOfRow(price))
  const onSettled = () => {
    void client.invalidateQueries({ queryKey: ['price-lists'] })
    return client.invalidateQueries({ queryKey: ['prices'] })
  }
  const close = () => dialog.current?.close()
  const saving = useMutation({
    mutationFn: () => {
      const body = rowOfDraft(row)
      const isSameRow = price !== undefined && price.from === body.from
      return savePrice(list, product, body, isSameRow ? price.version : 0)
    },
    onSuccess: close,
    onSettled,
  })
  const removing = useMutation({
    mutationFn: (gone: Price) => removePrice(gone),
    onSuccess: close,
    onSettled,
  })
  const show = (element: HTMLDialogElement | null) => {
    dialog.current = element
    if (element && !element.open) element.showModal()
  }
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    saving.mutate()
  }
  const error = saving.error ?? removing.error
  return (
    <dialog ref={show} className="ask" aria-labelledby="price-dialog" onClose={onClose}>
      <form className="cards" onSubmit={onSubmit}>
        <h2 id="price-dialog">{price ? price.name[language] : t(texts.addPrice)}</h2>
        {!price && (
          <TextField label={t(texts.productCode)} value={product} isRequired onChange={setProduct} />
        )}
        <PriceRowFields row={row} onChange={setRow} />
        {error && (
          <p className="notice bad" role="alert">
            {wordsOf(error, language)}
          </p>
        )}
        <div className="actions">
          <button type="submit" className="button" disabled={saving.isPending}>
            {t(formTexts.save)}
          </button>
          <button type="button" className="quiet" onClick={close}>
            {t(pageTexts.cancel)}
          </button>
          {price && (
            <button
              type="button"
              className="quiet danger"
              disabled={removing.isPending}
              onClick={() => removing.mutate(price)}
            >
              {t(texts.removePrice)}
            </button>
          )}
        </div>
      </form>
      {price && <PriceHistory price={price} />}
    </dialog>
  )
}
