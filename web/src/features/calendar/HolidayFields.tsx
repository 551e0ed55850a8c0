import type { OrderPlan } from '#shared/calendar'
import { staffCalendarTexts, orderPlanTexts as texts } from '#shared/texts/staff-calendar'
import { ChoiceField, TextField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { dayOfField } from './zoned-time.ts'

type DaysOff = OrderPlan['daysOff']
type Moves = OrderPlan['moves']

/** The days on which the company does not work. */
export function DaysOffFields({
  daysOff,
  onChange,
}: {
  daysOff: DaysOff
  onChange: (daysOff: DaysOff) => void
}) {
  const { t, language } = useSay()
  const change = (at: number, changes: Partial<DaysOff[number]>) =>
    onChange(daysOff.map((one, index) => (index === at ? { ...one, ...changes } : one)))
  const add = () => {
    const last = daysOff.at(-1)?.to ?? today()
    onChange([...daysOff, { from: last, to: last, name: { zh: '', en: '' } }])
  }
  return (
    <fieldset className="cards">
      <legend className="mb-2">{t(texts.holidays)}</legend>
      <p className="facts">{t(texts.holidayHint)}</p>
      {daysOff.map(({ from, to, name }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and are only added at the end
        <div key={`${at} of ${daysOff.length}`} className="fields">
          <TextField
            label={t(texts.holidayFrom)}
            type="date"
            value={from}
            isRequired
            onChange={(day) => change(at, { from: dayOfField(day) ?? from })}
          />
          <TextField
            label={t(texts.holidayTo)}
            type="date"
            value={to}
            isRequired
            onChange={(day) => change(at, { to: dayOfField(day) ?? to })}
          />
          <TextField
            label={t(texts.holidayName)}
            value={name[language]}
            onChange={(text) => change(at, { name: { zh: text, en: text } })}
          />
          <RemoveButton onRemove={() => onChange(daysOff.filter((_, index) => index !== at))} />
        </div>
      ))}
      <button type="button" className="quiet" onClick={add}>
        {t(texts.addHoliday)}
      </button>
    </fieldset>
  )
}

/** Order days that the company moves itself. */
export function MoveFields({
  plan: { moves, batches },
  onChange,
}: {
  plan: OrderPlan
  onChange: (moves: Moves) => void
}) {
  const { t, language } = useSay()
  const change = (at: number, changes: Partial<Moves[number]>) =>
    onChange(moves.map((one, index) => (index === at ? { ...one, ...changes } : one)))
  return (
    <fieldset className="cards">
      <legend className="mb-2">{t(texts.moves)}</legend>
      {moves.map(({ from, to, batch }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and are only added at the end
        <div key={`${at} of ${moves.length}`} className="fields">
          <TextField
            label={t(texts.moveFrom)}
            type="date"
            value={from}
            isRequired
            onChange={(day) => change(at, { from: dayOfField(day) ?? from })}
          />
          <TextField
            label={t(texts.moveTo)}
            type="date"
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
          <RemoveButton onRemove={() => onChange(moves.filter((_, index) => index !== at))} />
        </div>
      ))}
      <button
        type="button"
        className="quiet"
        onClick={() => onChange([...moves, { from: today(), to: today() }])}
      >
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

function today() {
  return dayOfField(new Date().toISOString().slice(0, 10)) ?? '2026-01-01'
}
