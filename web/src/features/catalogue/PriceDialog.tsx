import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useRef, useState } from 'react'
import type { Price, PriceRowField } from '#shared/prices'
import { formTexts } from '#shared/texts/forms'
import { pageTexts } from '#shared/texts/pages'
import { priceTexts as texts } from '#shared/texts/prices'
import type { BusinessDate } from '#shared/time'
import { dateOf } from '../../components/form/date-of.ts'
import { MoneyField } from '../../components/form/MoneyField.tsx'
import { TextField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { wordsOf } from '../../components/problem-words.ts'
import { PriceHistory } from './PriceHistory.tsx'
import { removePrice, savePrice } from './price-queries.ts'

type Break = { atLeast: number; price: number | undefined }
type PriceDialogProps = { list: string; price: Price | undefined; onClose: () => void }

const NEXT_BREAK = 10

/** Changes a row of a price list, or adds one: a price prepared for a day to come is a row of its own. */
export function PriceDialog({ list, price, onClose }: PriceDialogProps) {
  const { t, language } = useSay()
  const client = useQueryClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const [product, setProduct] = useState(price?.code ?? '')
  const [row, setRow] = useState<PriceRowField>(price ?? {})
  const [breaks, setBreaks] = useState<readonly Break[]>(price?.breaks ?? [{ atLeast: 1, price: undefined }])
  const onSettled = () => {
    void client.invalidateQueries({ queryKey: ['price-lists'] })
    return client.invalidateQueries({ queryKey: ['prices'] })
  }
  const close = () => dialog.current?.close()
  const saving = useMutation({
    mutationFn: () => {
      const { from, until, minimum, multiple } = row
      const given = breaks.flatMap(({ atLeast, price: each }) =>
        each === undefined ? [] : [{ atLeast, price: each }],
      )
      const body = { from, until, minimum, multiple, ...(given.length > 0 && { breaks: given }) }
      const isSameRow = price !== undefined && price.from === from
      return savePrice(list, product, body, isSameRow ? price.version : undefined)
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
        <div className="fields">
          <DayField label={t(texts.from)} value={row.from} onChange={(from) => setRow({ ...row, from })} />
          <DayField
            label={t(texts.until)}
            value={row.until}
            onChange={(until) => setRow({ ...row, until })}
          />
        </div>
        <BreakFields breaks={breaks} onChange={setBreaks} />
        <div className="fields">
          <CountField
            label={t(texts.minimum)}
            value={row.minimum}
            onChange={(minimum) => setRow({ ...row, minimum })}
          />
          <CountField
            label={t(texts.multiple)}
            value={row.multiple}
            onChange={(multiple) => setRow({ ...row, multiple })}
          />
        </div>
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

type BreakFieldsProps = { breaks: readonly Break[]; onChange: (breaks: Break[]) => void }

function BreakFields({ breaks, onChange }: BreakFieldsProps) {
  const { t } = useSay()
  const change = (at: number, changes: Partial<Break>) =>
    onChange(breaks.map((each, place) => (place === at ? { ...each, ...changes } : each)))
  return (
    <fieldset className="cards">
      <legend className="facts">{t(texts.breaks)}</legend>
      {breaks.map(({ atLeast, price }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows only leave or join at the end
        <div key={at} className="fields">
          <TextField
            label={t(texts.atLeast)}
            type="number"
            value={String(atLeast)}
            onChange={(text) => change(at, { atLeast: Number(text) })}
          />
          <MoneyField
            label={t(texts.unitPrice)}
            value={price}
            onChange={(amount) => change(at, { price: amount })}
          />
        </div>
      ))}
      <div className="actions">
        <button
          type="button"
          className="link"
          onClick={() =>
            onChange([
              ...breaks,
              { atLeast: (breaks.at(-1)?.atLeast ?? 0) * NEXT_BREAK || 1, price: undefined },
            ])
          }
        >
          ＋ {t(formTexts.add)}
        </button>
        {breaks.length > 1 && (
          <button type="button" className="link" onClick={() => onChange(breaks.slice(0, -1))}>
            － {t(formTexts.remove)}
          </button>
        )}
      </div>
    </fieldset>
  )
}

type OptionalProps<Value> = {
  label: string
  value: Value | undefined
  onChange: (value: Value | undefined) => void
}

function DayField({ label, value, onChange }: OptionalProps<BusinessDate>) {
  return (
    <TextField
      label={label}
      type="date"
      isOptional
      value={value}
      onChange={(text) => onChange(dateOf(text))}
    />
  )
}

function CountField({ label, value, onChange }: OptionalProps<number>) {
  return (
    <TextField
      label={label}
      type="number"
      isOptional
      value={value === undefined ? '' : String(value)}
      onChange={(text) => onChange(text ? Number(text) : undefined)}
    />
  )
}
