import type { OrderPlan } from '#shared/calendar'
import { staffCalendarTexts, orderPlanTexts as texts } from '#shared/texts/staff-calendar'
import { businessDateOf, instantOf } from '#shared/time'
import { MomentField } from '../../components/form/MomentField.tsx'
import { NameFields } from '../../components/form/NameFields.tsx'
import { ChoiceField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { dayOfField } from './zoned-time.ts'

type DaysOff = OrderPlan['daysOff']
type Moves = OrderPlan['moves']

type DaysOffFieldsProps = {
  plan: OrderPlan
  timeZone: string
  errorOf: (path: string) => string | undefined
  onChange: (changes: { daysOff: DaysOff }) => void
}

/** The days on which the company does not work. */
export function DaysOffFields({ plan: { daysOff }, timeZone, errorOf, onChange }: DaysOffFieldsProps) {
  const { t } = useSay()
  const keep = (days: DaysOff) => onChange({ daysOff: days })
  const change = (at: number, changes: Partial<DaysOff[number]>) =>
    keep(daysOff.map((one, index) => (index === at ? { ...one, ...changes } : one)))
  const add = () => {
    const last = daysOff.at(-1)?.to ?? todayIn(timeZone)
    keep([...daysOff, { from: last, to: last, name: { zh: '', en: '' } }])
  }
  return (
    <fieldset className="cards">
      <legend className="mb-2">{t(texts.holidays)}</legend>
      <p className="facts">{t(texts.holidayHint)}</p>
      {daysOff.map(({ from, to, name }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and are only added at the end
        <div key={`${at} of ${daysOff.length}`} className="fields">
          <MomentField
            label={t(texts.holidayFrom)}
            value={from}
            isRequired
            onChange={(typed) => {
              const day = dayOfField(typed) ?? from
              change(at, { from: day, to: day > to ? day : to })
            }}
          />
          <MomentField
            label={t(texts.holidayTo)}
            value={to}
            isRequired
            onChange={(day) => change(at, { to: dayOfField(day) ?? to })}
          />
          <NameFields
            texts={{ nameZh: texts.nameZh, nameEn: texts.nameEn }}
            name={name}
            errorOf={(path) => errorOf(`daysOff.${at}.${path}`)}
            onChange={(changed) => change(at, { name: changed })}
          />
          <RemoveButton onRemove={() => keep(daysOff.filter((_, index) => index !== at))} />
        </div>
      ))}
      <button type="button" className="quiet justify-self-start" onClick={add}>
        {t(texts.addHoliday)}
      </button>
    </fieldset>
  )
}

type MoveFieldsProps = { plan: OrderPlan; timeZone: string; onChange: (changes: { moves: Moves }) => void }

/** Order days that the company moves itself. */
export function MoveFields({ plan: { moves, batches }, timeZone, onChange }: MoveFieldsProps) {
  const { t, language } = useSay()
  const keep = (changed: Moves) => onChange({ moves: changed })
  const change = (at: number, changes: Partial<Moves[number]>) =>
    keep(moves.map((one, index) => (index === at ? { ...one, ...changes } : one)))
  const add = () => {
    const today = todayIn(timeZone)
    keep([...moves, { from: today, to: today }])
  }
  return (
    <fieldset className="cards">
      <legend className="mb-2">{t(texts.moves)}</legend>
      {moves.map(({ from, to, batch }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and are only added at the end
        <div key={`${at} of ${moves.length}`} className="fields">
          <MomentField
            label={t(texts.moveFrom)}
            value={from}
            isRequired
            onChange={(day) => change(at, { from: dayOfField(day) ?? from })}
          />
          <MomentField
            label={t(texts.moveTo)}
            value={to}
            isRequired
            onChange={(day) => change(at, { to: dayOfField(day) ?? to })}
          />
          <ChoiceField
            label={t(staffCalendarTexts.batch)}
            value={batch ?? ''}
            none={t(staffCalendarTexts.allBatches)}
            options={batches.map((one) => ({ value: one.batch, name: one.name[language] }))}
            onChange={(code) => change(at, { batch: code || undefined })}
          />
          <RemoveButton onRemove={() => keep(moves.filter((_, index) => index !== at))} />
        </div>
      ))}
      <button type="button" className="quiet justify-self-start" onClick={add}>
        {t(texts.addMove)}
      </button>
    </fieldset>
  )
}

function RemoveButton({ onRemove }: { onRemove: () => void }) {
  const { t } = useSay()
  return (
    <button type="button" className="quiet danger" onClick={onRemove}>
      {t(texts.remove)}
    </button>
  )
}

function todayIn(timeZone: string) {
  return businessDateOf(instantOf(Date.now()), timeZone)
}
