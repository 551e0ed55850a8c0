import type { BatchPlan, WindowRule } from '#shared/calendar'
import { staffCalendarTexts, orderPlanTexts as texts } from '#shared/texts/staff-calendar'
import { useSay } from '../../components/language-context.ts'
import { clockOfField } from './zoned-time.ts'

type WindowFieldsProps = { batches: readonly BatchPlan[]; onChange: (batches: BatchPlan[]) => void }

/** When the window of each batch opens and closes. */
export function WindowFields({ batches, onChange }: WindowFieldsProps) {
  const { t, language } = useSay()
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
          {batches.map(({ batch, kind, name, window }) => (
            <tr key={batch}>
              <th scope="row">{name[language]}</th>
              {kind === 'daily' ? (
                <td colSpan={2}>{t(texts.daily)}</td>
              ) : (
                <End
                  title={t(texts.opensDays)}
                  label={t(texts.opensAt, { batch: name[language] })}
                  days={window.opensDaysBefore}
                  at={window.opensAt}
                  most={14}
                  onDays={(opensDaysBefore) => change(batch, { opensDaysBefore })}
                  onAt={(opensAt) => change(batch, { opensAt })}
                />
              )}
              <End
                title={t(texts.closesDays)}
                label={t(texts.closesAt, { batch: name[language] })}
                days={kind === 'daily' ? 0 : window.closesDaysBefore}
                at={window.closesAt}
                most={kind === 'daily' ? 0 : 7}
                onDays={(closesDaysBefore) => change(batch, { closesDaysBefore })}
                onAt={(closesAt) => change(batch, { closesAt })}
              />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type EndProps = {
  title: string
  label: string
  days: number
  at: string
  most: number
  onDays: (days: number) => void
  onAt: (clock: `${string}:${string}`) => void
}

/** One end of a window: so many days before the order day, at a time of the clock. */
function End({ title, label, days, at, most, onDays, onAt }: EndProps) {
  const { t } = useSay()
  return (
    <>
      <td data-title={title}>
        <input
          className="text-box"
          type="number"
          min={0}
          max={most}
          value={days}
          aria-label={`${label} · ${title}`}
          onChange={(event) => onDays(Math.max(0, Math.floor(Number(event.target.value)) || 0))}
        />
      </td>
      <td data-title={t(texts.at)}>
        <input
          className="text-box"
          type="time"
          required
          value={at}
          aria-label={label}
          onChange={(event) => {
            const clock = clockOfField(event.target.value)
            if (clock) onAt(clock)
          }}
        />
      </td>
    </>
  )
}
