import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import type { OrderMinimum, StoredOrderMinimum } from '#shared/company'
import { type Currency, formatMoney } from '#shared/money'
import { minimumSettingTexts as texts } from '#shared/texts/order-minimum-settings'
import { MoneyField } from '../../components/form/MoneyField.tsx'
import { TextField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { Refused } from '../../components/Refused.tsx'
import { partsOf, plainWords, type RecordWords } from '../../components/record-words.ts'
import { HistoryFold } from '../records/HistoryFold.tsx'
import { orderMinimumQuery, saveOrderMinimum } from './price-queries.ts'
import { useListNames } from './use-list-names.ts'

type OrderMinimumPartProps = { currency: Currency; maySave: boolean }

/** What an order must come to at least: seen by staff, set by administrators. */
export function OrderMinimumPart({ currency, maySave }: OrderMinimumPartProps) {
  const { t, language } = useSay()
  const { data } = useQuery(orderMinimumQuery)
  const nameOf = useListNames()
  const [saved, setSaved] = useState<number>()
  if (!data) return null
  const money = (amount: number) => (amount > 0 ? formatMoney(amount, currency, language) : t(texts.none))
  const others = data.classes.map(({ customerClass, amount }) => `${nameOf(customerClass)} ${money(amount)}`)
  return (
    <details className="card mb-4">
      <summary className="link">
        {t(texts.title)} · {[money(data.amount), ...others].join(' · ')}
      </summary>
      <p className="text-soft mb-3">{t(texts.hint)}</p>
      {saved === data.version && (
        <p className="notice good mb-3" role="status">
          {t(texts.saved)}
        </p>
      )}
      {maySave && (
        <OrderMinimumForm key={data.version} stored={data} onSaved={({ version }) => setSaved(version)} />
      )}
      <MinimumHistory version={data.version} money={money} />
    </details>
  )
}

type OrderMinimumFormProps = { stored: StoredOrderMinimum; onSaved: (kept: StoredOrderMinimum) => void }
type Draft = { amount: number | undefined; classes: Array<Partial<OrderMinimum['classes'][number]>> }

function OrderMinimumForm({ stored, onSaved }: OrderMinimumFormProps) {
  const { t } = useSay()
  const queries = useQueryClient()
  const [draft, setDraft] = useState<Draft>({ amount: stored.amount, classes: [...stored.classes] })
  const saving = useMutation({
    mutationFn: () => saveOrderMinimum(minimumOf(draft), stored.version),
    onSuccess: (kept) => {
      queries.setQueryData(orderMinimumQuery.queryKey, kept)
      onSaved(kept)
    },
  })
  const changeClass = (at: number, change: Draft['classes'][number]) =>
    setDraft({
      ...draft,
      classes: draft.classes.map((one, place) => (place === at ? { ...one, ...change } : one)),
    })
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    saving.mutate()
  }
  return (
    <form className="cards mb-3" onSubmit={onSubmit}>
      <MoneyField
        label={t(texts.amount)}
        value={draft.amount}
        onChange={(amount) => setDraft({ ...draft, amount })}
      />
      <fieldset className="cards">
        <legend>{t(texts.classes)}</legend>
        {draft.classes.map(({ customerClass, amount }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name until one is typed
          <div key={at} className="fields">
            <TextField
              label={t(texts.customerClass)}
              value={customerClass}
              isRequired
              maxLength={40}
              onChange={(typed) => changeClass(at, { customerClass: typed })}
            />
            <MoneyField
              label={t(texts.classAmount)}
              value={amount}
              onChange={(typed) => changeClass(at, { amount: typed })}
            />
            <button
              type="button"
              className="quiet self-end"
              onClick={() =>
                setDraft({ ...draft, classes: draft.classes.filter((_, place) => place !== at) })
              }
            >
              {t(texts.takeOut)}
            </button>
          </div>
        ))}
        <button
          type="button"
          className="quiet justify-self-start"
          onClick={() => setDraft({ ...draft, classes: [...draft.classes, {}] })}
        >
          {t(texts.add)}
        </button>
      </fieldset>
      <Refused error={saving.error} />
      <div className="actions">
        <button type="submit" className="button" disabled={saving.isPending}>
          {t(texts.save)}
        </button>
      </div>
    </form>
  )
}

function minimumOf({ amount = 0, classes }: Draft): OrderMinimum {
  return {
    amount,
    classes: classes.map((one) => ({ customerClass: one.customerClass ?? '', amount: one.amount ?? 0 })),
  }
}

function MinimumHistory({ version, money }: { version: number; money: (amount: number) => string }) {
  const { language } = useSay()
  const nameOf = useListNames()
  const words: RecordWords = {
    names: { amount: texts.amount, classes: texts.classes },
    wordsFor: (_, value) => {
      if (typeof value === 'number') return money(value)
      if (!Array.isArray(value)) return plainWords(value, language)
      const all = value.map(partsOf)
      return all
        .map(
          ({ customerClass, amount }) =>
            `${nameOf(customerClass ? String(customerClass) : '')} ${money(Number(amount))}`,
        )
        .join('；')
    },
  }
  if (version === 0) return null
  return (
    <HistoryFold
      place={{ path: '/order-minimum', queryKey: ['order-minimum', 'told', version] }}
      words={words}
    />
  )
}
