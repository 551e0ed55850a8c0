import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Price } from '#shared/prices'
import { formTexts } from '#shared/texts/forms'
import { priceTexts as texts } from '#shared/texts/prices'
import { AskDialog } from '../../components/AskDialog.tsx'
import { TextField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { PriceHistory } from './PriceHistory.tsx'
import { PriceRowFields } from './PriceRowFields.tsx'
import { removePrice, savePrice } from './price-queries.ts'
import { draftOfRow, rowOfDraft } from './price-row-draft.ts'

type PriceDialogProps = { list: string; price: Price | undefined; onClose: () => void }

/** Changes a row of a price list, or adds one: a price prepared for a day to come is a row of its own. */
export function PriceDialog({ list, price: opened, onClose }: PriceDialogProps) {
  const { t, language } = useSay()
  // As it was opened: what others save meanwhile is not overwritten in silence.
  const [price] = useState(opened)
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
  const error = saving.error ?? removing.error
  return (
    <AskDialog
      dialog={dialog}
      heading={price ? price.name[language] : t(texts.addPrice)}
      action={t(formTexts.save)}
      isOpenAtOnce
      isWorking={saving.isPending}
      error={error}
      onDo={() => saving.mutate()}
      onClose={onClose}
      actions={
        price && (
          <button
            type="button"
            className="quiet danger"
            disabled={removing.isPending}
            onClick={() => removing.mutate(price)}
          >
            {t(texts.removePrice)}
          </button>
        )
      }
    >
      {!price && <TextField label={t(texts.productCode)} value={product} isRequired onChange={setProduct} />}
      <PriceRowFields row={row} onChange={setRow} />
      {price && <PriceHistory price={price} />}
    </AskDialog>
  )
}
