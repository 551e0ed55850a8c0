import type { ReactNode } from 'react'
import type { BatchPlan, WindowRule } from '#shared/calendar'
import { staffCalendarTexts, orderPlanTexts as texts } from '#shared/texts/staff-calendar'
import { useTypedMoment } from '../../components/form/use-typed-moment.ts'
import { useTypedNumber } from '../../components/form/use-typed-number.ts'
import { useSay } from '../../components/language-context.ts'
import { BatchRowHead } from './BatchRowHead.tsx'
import { clockOfField } from './zoned-time.ts'

type WindowFieldsProps = {
  batches: readonly BatchPlan[]
  /** Codes of batches that go when the plan is kept. */
  going: ReadonlySet<string>
  mayChange: boolean
  errorOf: (batch: BatchPlan) => string | undefined
  onChange: (batches: BatchPlan[]) => void
  onRename: (batch: BatchPlan) => void
  onGo: (code: string, isGoing: boolean) => void
}

/** The batches with what can be done to each, and when the window of each opens and closes. */
export function WindowFields(props: WindowFieldsProps) {
  const { batches, going, mayChange, errorOf, onChange, onRename, onGo } = props
  const { t } = useSay()
  const change = (code: string, window: Partial<WindowRule>) =>
    onChange(
      batches.map((one) => (one.batch === code ? { ...one, window: { ...one.window, ...window } } : one)),
    )
  return (
    <div className="ledger-frame">
      <table className="ledger records">
        <thead>
          <tr>
            {[staffCalendarTexts.batch, texts.opensDays, texts.at, texts.closesDays, texts.at].map(
              (title, at) => (
                <th key={at < 3 ? `opens ${title.en}` : `closes ${title.en}`} scope="col">
                  {t(title)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => (
            <WindowRow
              key={batch.batch}
              batch={batch}
              isGoing={going.has(batch.batch)}
              onChange={(window) => change(batch.batch, window)}
            >
              <BatchRowHead
                batch={batch}
                isGoing={going.has(batch.batch)}
                mayChange={mayChange}
                error={errorOf(batch)}
                onRename={() => onRename(batch)}
                onGo={(isGoing) => onGo(batch.batch, isGoing)}
              />
            </WindowRow>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type WindowRowProps = {
  batch: BatchPlan
  isGoing: boolean
  onChange: (window: Partial<WindowRule>) => void
  children: ReactNode
}

function WindowRow({ batch: { kind, name, window }, isGoing, onChange, children }: WindowRowProps) {
  const { t, language } = useSay()
  if (kind === 'none')
    return (
      <tr>
        {children}
        <td colSpan={4}>{t(texts.noneKind)}</td>
      </tr>
    )
  return (
    <tr>
      {children}
      {kind === 'daily' ? (
        <td colSpan={2}>{t(texts.daily)}</td>
      ) : (
        <End
          title={t(texts.opensDays)}
          label={t(texts.opensAt, { batch: name[language] })}
          days={window.opensDaysBefore}
          at={window.opensAt}
          most={14}
          isBarred={isGoing}
          onDays={(opensDaysBefore) => onChange({ opensDaysBefore })}
          onAt={(opensAt) => onChange({ opensAt })}
        />
      )}
      <End
        title={t(texts.closesDays)}
        label={t(texts.closesAt, { batch: name[language] })}
        days={kind === 'daily' ? 0 : window.closesDaysBefore}
        at={window.closesAt}
        most={kind === 'daily' ? 0 : 7}
        isBarred={isGoing}
        onDays={(closesDaysBefore) => onChange({ closesDaysBefore })}
        onAt={(closesAt) => onChange({ closesAt })}
      />
    </tr>
  )
}

type EndProps = {
  title: string
  label: string
  days: number
  at: string
  most: number
  isBarred: boolean
  onDays: (days: number) => void
  onAt: (clock: `${string}:${string}`) => void
}

/** One end of a window: so many days before the order day, at a time of the clock. */
function End({ title, label, days, at, most, isBarred, onDays, onAt }: EndProps) {
  const { t } = useSay()
  const daysInput = useTypedNumber({ value: days, most, onChange: onDays })
  const clock = useTypedMoment({
    type: 'time',
    value: at,
    onChange: (typed) => {
      const read = clockOfField(typed)
      if (read) onAt(read)
    },
  })
  return (
    <>
      <td data-title={title}>
        {most > 0 ? (
          <input {...daysInput} className="text-box" disabled={isBarred} aria-label={`${label} · ${title}`} />
        ) : (
          days
        )}
      </td>
      <td data-title={t(texts.at)}>
        <input
          {...clock.input}
          className="text-box"
          required
          disabled={isBarred}
          aria-label={label}
          aria-invalid={clock.isUnread || undefined}
        />
      </td>
    </>
  )
}
