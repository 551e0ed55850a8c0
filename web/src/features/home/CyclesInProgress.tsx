import { waitedForTexts as texts } from '#shared/texts/waited-for'
import { useSay } from '../../components/language-context.ts'
import { nameOfCycle } from '../calendar/cycle-name.ts'
import { OrderProgressBar } from '../progress/OrderProgressBar.tsx'
import { readOrderProgress } from '../progress/progress-queries.ts'
import { Until } from './ObligationCard.tsx'
import { useFreshAnswer } from './use-fresh-answer.ts'

type CyclesInProgressProps = { timeZone: string; unitName: (unitPath: string) => string }

/** The open windows of my units: how many shops have ordered, how long the others still may, and who they are. */
export function CyclesInProgress({ timeZone, unitName }: CyclesInProgressProps) {
  const { t, language } = useSay()
  // Without an answer the rest of the page stands by itself.
  const { data } = useFreshAnswer('order progress', () => readOrderProgress())
  if (!data || data.items.length === 0) return null
  const place = (cycleId: string, unitPath = '') =>
    `/${language}/staff/waiting/?cycleId=${cycleId}${unitPath && `&unitPath=${unitPath}`}`
  return (
    <section className="mb-6">
      <h2 className="mb-2">{t(texts.progress)}</h2>
      <ul className="cards doors">
        {data.items.map((cycle) => (
          <li key={cycle.cycleId} className="card">
            <div className="flex items-start justify-between gap-2">
              <h3 className="order-batch">{nameOfCycle(cycle, language)}</h3>
              <Until dueAt={cycle.closesAt} now={data.now} timeZone={timeZone} />
            </div>
            <OrderProgressBar
              cycle={cycle}
              unitName={unitName}
              hrefOf={(unitPath) => place(cycle.cycleId, unitPath)}
            />
            {cycle.ordered < cycle.due && (
              <a className="link" href={place(cycle.cycleId)}>
                {t(texts.see)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
