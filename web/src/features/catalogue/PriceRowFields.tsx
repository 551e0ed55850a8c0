import { minorText } from '#shared/money'
import { dearerBreak } from '#shared/price-rules'
import { formTexts } from '#shared/texts/forms'
import { priceTexts as texts } from '#shared/texts/prices'
import type { BusinessDate } from '#shared/time'
import { dateOf } from '../../components/form/date-of.ts'
import { MomentField } from '../../components/form/MomentField.tsx'
import { MoneyField } from '../../components/form/MoneyField.tsx'
import { TextField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import type { Break, PriceRowDraft } from './price-row-draft.ts'

const NEXT_BREAK = 10

/** What a row of a list or an agreement says: its days, its price by quantity, minimum and multiple. */
export function PriceRowFields({
  row,
  onChange,
}: {
  row: PriceRowDraft
  onChange: (row: PriceRowDraft) => void
}) {
  const { t } = useSay()
  return (
    <>
      <div className="fields">
        <DayField label={t(texts.from)} value={row.from} onChange={(from) => onChange({ ...row, from })} />
        <DayField
          label={t(texts.until)}
          value={row.until}
          onChange={(until) => onChange({ ...row, until })}
        />
      </div>
      <BreakFields breaks={row.breaks} onChange={(breaks) => onChange({ ...row, breaks })} />
      <div className="fields">
        <CountField
          label={t(texts.minimum)}
          value={row.minimum}
          onChange={(minimum) => onChange({ ...row, minimum })}
        />
        <CountField
          label={t(texts.multiple)}
          value={row.multiple}
          onChange={(multiple) => onChange({ ...row, multiple })}
        />
      </div>
    </>
  )
}

type BreakFieldsProps = { breaks: readonly Break[]; onChange: (breaks: Break[]) => void }

function BreakFields({ breaks, onChange }: BreakFieldsProps) {
  const { t } = useSay()
  const change = (at: number, changes: Partial<Break>) =>
    onChange(breaks.map((each, place) => (place === at ? { ...each, ...changes } : each)))
  const given = breaks.flatMap(({ atLeast, price }) => (price === undefined ? [] : [{ atLeast, price }]))
  const [fewer, dearer] = dearerBreak(given) ?? []
  const dearerAt = breaks.findIndex(({ atLeast }) => atLeast === dearer?.atLeast)
  return (
    <fieldset className="cards">
      <legend className="facts mb-2">{t(texts.breaks)}</legend>
      {breaks.map(({ atLeast, price }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows only leave or join at the end
        <div key={at} className="fields in-pairs">
          <TextField
            label={t(texts.atLeast)}
            type="number"
            value={String(atLeast)}
            onChange={(text) => change(at, { atLeast: Number(text) })}
          />
          <MoneyField
            label={t(texts.unitPrice)}
            value={price}
            error={
              at === dearerAt && fewer
                ? t(texts.dearer, { fewer: fewer.atLeast, usual: minorText(fewer.price) })
                : undefined
            }
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
  return <MomentField label={label} isOptional value={value} onChange={(text) => onChange(dateOf(text))} />
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
