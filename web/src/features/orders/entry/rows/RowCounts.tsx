import { useId, useState } from 'react'
import { orderMoreTexts as texts } from '#shared/texts/order-more'
import { baseQuantityOf, countInUnit, spreadQuantity, writtenQuantity } from '#shared/unit-chain'
import { useSay } from '../../../../components/language-context.ts'
import { formatMoment } from '../../../../formats.ts'
import type { LineExtra } from '../draft/quantities.ts'
import { useSheet } from '../sheet-context.ts'
import type { SheetItem } from '../sheet-items.ts'

const MOST_QUANTITY = 999_999

type RowCountsProps = { item: SheetItem; quantity: number; extra: LineExtra | undefined }

/** Entering a product by its larger units, what is wanted beyond, what the shop has still, and a note. */
export function RowCounts({ item, quantity, extra }: RowCountsProps) {
  const { t, language } = useSay()
  const { keeper, notes, assortment } = useSheet()
  const { productId } = item
  const counted = notes.stock.get(productId)
  const [note, setNote] = useState(extra?.note ?? '')
  const timeZone = assortment.company.timeZone
  return (
    <div className="row-entry">
      <ByUnits item={item} quantity={quantity} />
      <Count
        label={t(texts.wanted)}
        hint={t(texts.wantedHint)}
        value={extra?.wanted}
        onCount={(wanted) => keeper.annotate(productId, { wanted: wanted ?? undefined })}
      />
      <Count
        label={t(texts.stock)}
        hint={
          counted
            ? t(texts.stockAt, { time: formatMoment(counted.typedAt, timeZone, language) })
            : t(texts.stockHint)
        }
        value={counted?.quantity}
        onCount={(stock) => notes.countStock(productId, stock)}
      />
      <label className="field row-note">
        {t(texts.note)}
        <input
          className="text-box"
          maxLength={200}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          onBlur={() => keeper.annotate(productId, { note: note.trim() || undefined })}
        />
      </label>
    </div>
  )
}

/** One field for each unit of the chain, the largest first, and what they come to. */
function ByUnits({ item, quantity }: Pick<RowCountsProps, 'item' | 'quantity'>) {
  const { t, language } = useSay()
  const { keeper } = useSheet()
  const { packs = [], unit, productId } = item
  if (packs.length === 0 || !Number.isInteger(quantity)) return null
  const counts = spreadQuantity(packs, quantity)
  const units = [unit, ...packs.map((pack) => pack.unit)].map((one, at) => ({ name: one[language], at }))
  const put = (at: number, count: number | null) => {
    const total = baseQuantityOf(packs, counts.with(at, count ?? 0))
    keeper.type(productId, total > 0 ? String(Math.min(total, MOST_QUANTITY)) : '')
  }
  return (
    <fieldset className="row-units">
      <legend>{t(texts.byUnits)}</legend>
      {units.toReversed().map(({ name, at }) => (
        <Count key={name} label={name} value={counts[at] || undefined} onCount={(count) => put(at, count)} />
      ))}
      <output>
        ={' '}
        {counts.some((count, at) => at > 0 && count > 0) &&
          `${writtenQuantity({ unit, packs }, quantity, language)} = `}
        {countInUnit(quantity, unit, language)}
      </output>
    </fieldset>
  )
}

type CountProps = {
  label: string
  hint?: string
  value: number | undefined
  onCount: (count: number | null) => void
}

/** A whole number that is taken when the field is left or Enter is pressed; empty is null. */
function Count({ label, hint, value, onCount }: CountProps) {
  const id = useId()
  const shown = value === undefined ? '' : String(value)
  const take = (text: string) => {
    const count = /^\d{1,6}$/.test(text.trim()) ? Number(text) : null
    if (count !== (value ?? null)) onCount(count)
  }
  return (
    <label className="field" htmlFor={id}>
      {label}
      <input
        id={id}
        key={shown}
        className="text-box"
        inputMode="numeric"
        maxLength={6}
        defaultValue={shown}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onBlur={(event) => take(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.stopPropagation()
          take(event.currentTarget.value)
        }}
      />
      {hint && (
        <span className="facts" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </label>
  )
}
