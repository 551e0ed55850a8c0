import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import type { Member } from '#shared/identity'
import type { CustomerId } from '#shared/ids'
import type { BuyerSettings, SaveBuyerSettings } from '#shared/spending'
import { approvalModes, spendingPeriods } from '#shared/spending-periods'
import { approvalTexts as texts } from '#shared/texts/approvals'
import { Asked } from '../../components/Asked.tsx'
import { useSay } from '../../components/language-context.ts'
import { Refused } from '../../components/Refused.tsx'
import { saveBuyerSettings } from './approval-queries.ts'
import { BuyerHistory } from './BuyerHistory.tsx'
import { buyerSettingsQuery, type SettingsAndBuyers } from './buyer-settings.ts'

const MINOR_UNITS = 100
const explained = {
  never: texts.neverText,
  'above-limit': texts.aboveLimitText,
  always: texts.alwaysText,
} as const

/** What the owner, or who keeps the shop's record, settles for its buyers. */
export function BuyerLimits({ customerId }: { customerId: CustomerId }) {
  const { t } = useSay()
  const [isSaved, setSaved] = useState(false)
  const limits = useQuery(buyerSettingsQuery(customerId))
  const onSaved = () => {
    setSaved(true)
    void limits.refetch()
  }
  return (
    <section className="card">
      <h2 className="mb-2">{t(texts.settings)}</h2>
      <Asked of={limits} rows={2}>
        {({ settings, buyers, members }) => (
          <>
            <SettingsForm key={settings.version} {...{ settings, buyers, onSaved }} />
            {settings.version > 0 && <BuyerHistory settings={settings} members={members} />}
          </>
        )}
      </Asked>
      {isSaved && (
        <p className="notice good mt-3" role="status" tabIndex={-1} ref={(said) => said?.focus()}>
          {t(texts.saved)}
        </p>
      )}
    </section>
  )
}

type SettingsFormProps = Omit<SettingsAndBuyers, 'members'> & { onSaved: () => void }

function SettingsForm({ settings, buyers, onSaved }: SettingsFormProps) {
  const { t } = useSay()
  const [work, setWork] = useState<{ isBusy?: boolean; error?: unknown }>({})
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setWork({ isBusy: true })
    saveBuyerSettings(settings, settingsOfForm(new FormData(event.currentTarget), buyers)).then(
      onSaved,
      (error: unknown) => setWork({ error }),
    )
  }
  return (
    <form className="cards" onSubmit={onSubmit}>
      <fieldset className="cards">
        <legend className="mb-2">{t(texts.mode)}</legend>
        {approvalModes.map((mode) => (
          <label key={mode} className="choice">
            <input type="radio" name="approval" value={mode} defaultChecked={settings.approval === mode} />
            <span>
              {t(texts[mode])}
              <span className="facts block">{t(explained[mode])}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {buyers.length === 0 && <p className="text-soft">{t(texts.noBuyers)}</p>}
      {buyers.map((buyer) => (
        <LimitFields key={buyer.personId} buyer={buyer} settings={settings} />
      ))}
      <Refused error={work.error} />
      <div className="actions">
        <button type="submit" className="button" disabled={work.isBusy}>
          {t(texts.save)}
        </button>
      </div>
    </form>
  )
}

function LimitFields({ buyer, settings }: { buyer: Member; settings: BuyerSettings }) {
  const { t, language } = useSay()
  const { personId, name } = buyer
  const limit = settings.limits.find((each) => each.personId === personId)
  const label = t(texts.limitOf, { name })
  return (
    <div className="fields">
      <label className="field">
        <span>
          {label} · {new Intl.DisplayNames(language, { type: 'currency' }).of(settings.currency)}
        </span>
        <input
          className="text-box"
          name={`amount ${personId}`}
          inputMode="decimal"
          pattern="\d{1,9}(\.\d{1,2})?"
          placeholder={t(texts.noLimit)}
          defaultValue={limit && limit.amount / MINOR_UNITS}
        />
      </label>
      <label className="field">
        <span>{t(texts.period)}</span>
        <select
          className="text-box"
          name={`period ${personId}`}
          aria-label={`${label} ${t(texts.period)}`}
          defaultValue={limit?.period ?? 'week'}
        >
          {spendingPeriods.map((period) => (
            <option key={period} value={period}>
              {t(texts[period])}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

/** What the form says; an empty amount is no limit. */
function settingsOfForm(data: FormData, buyers: readonly Member[]): SaveBuyerSettings {
  const chosen = data.get('approval')
  const limits = buyers.flatMap(({ personId }) => {
    const amount = String(data.get(`amount ${personId}`) ?? '').trim()
    const period = spendingPeriods.find((each) => each === data.get(`period ${personId}`)) ?? 'week'
    return amount === '' ? [] : [{ personId, amount: Math.round(Number(amount) * MINOR_UNITS), period }]
  })
  return { approval: approvalModes.find((mode) => mode === chosen) ?? 'above-limit', limits }
}
