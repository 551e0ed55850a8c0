import { useQuery } from '@tanstack/react-query'
import type { ClosingReport } from '#shared/closings'
import { formatMoney } from '#shared/money'
import { orderTexts } from '#shared/texts/orders'
import { staffCalendarTexts as texts } from '#shared/texts/staff-calendar'
import { Asked, Reading } from '../../components/Asked.tsx'
import { Facts } from '../../components/Facts.tsx'
import { useSay } from '../../components/language-context.ts'
import { More } from '../../components/More.tsx'
import { usePages } from '../../components/use-pages.ts'
import { formatCount } from '../../formats.ts'
import { readClosing } from './calendar-queries.ts'

const POLL_MILLISECONDS = 2000

/** How the closing of a cycle went: what was counted, and the shops that need a look. */
export function ClosingPart({ cycleId }: { cycleId: string }) {
  const closing = useQuery({
    queryKey: ['closing', cycleId],
    queryFn: () => readClosing(cycleId),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? POLL_MILLISECONDS : false),
  })
  return (
    <Asked of={closing}>
      {(report) => (
        <>
          <Counts report={report} />
          {hasBegun(report) && <ClosingLines cycleId={cycleId} report={report} />}
        </>
      )}
    </Asked>
  )
}

const said = {
  'not-begun': texts.notBegun,
  'not-recorded': texts.notRecorded,
  running: texts.running,
  failed: texts.failed,
  done: texts.done,
} as const

function hasBegun({ state }: ClosingReport): boolean {
  return state !== 'not-begun' && state !== 'not-recorded'
}

function Counts({ report }: { report: ClosingReport }) {
  const { t, language } = useSay()
  const { state, done, total, counts, currency } = report
  const count = (name: string) => formatCount(counts[name] ?? 0, language)
  const { failed = 0 } = counts
  const some = (name: string) => (counts[name] ? count(name) : undefined)
  return (
    <>
      <p className={state === 'failed' ? 'notice bad mb-3' : 'text-soft mb-3'} role="status">
        {state === 'failed' && failed > 0
          ? t(texts.failedShops, { count: failed })
          : t(said[state], { done: formatCount(done, language), total: formatCount(total, language) })}
      </p>
      {state === 'running' && <progress className="progress mb-3" max={total} value={done} />}
      {hasBegun(report) && (
        <Facts
          facts={[
            [t(texts.shops), count('closed')],
            [t(texts.failedCount), some('failed')],
            [t(texts.orders), count('orders')],
            [t(texts.lines), count('lines')],
            [t(texts.total), formatMoney(counts.total ?? 0, currency, language)],
            [t(texts.confirmed), count('confirmed')],
            [t(texts.waiting), some('awaiting-funds')],
            [t(texts.lapsed), some('lapsed')],
            [t(texts.standingPlaced), some('standing-placed')],
            [t(texts.standingRefused), some('standing-refused')],
          ]}
        />
      )}
    </>
  )
}

function ClosingLines({ cycleId, report }: { cycleId: string; report: ClosingReport }) {
  const { t } = useSay()
  const list = usePages(['closing-lines', cycleId, report.done], (cursor) => readClosing(cycleId, cursor))
  return (
    <>
      <h3 className="mt-4 mb-2">{t(texts.toTell)}</h3>
      <Reading of={list} rows={2} />
      {list.items?.length === 0 && <p className="text-soft">{t(texts.nothingToTell)}</p>}
      <ul className="request-list">
        {list.items?.map((line) => (
          <Line key={`${line.customerId} ${line.orderId} ${line.outcome}`} line={line} report={report} />
        ))}
      </ul>
      <More onMore={list.more} isReading={list.isReadingMore} />
    </>
  )
}

const outcomes = {
  'standing-placed': texts.outcomeStandingPlaced,
  'standing-refused': texts.outcomeStandingRefused,
  'awaiting-funds': orderTexts['awaiting-funds'],
  confirmed: orderTexts.confirmed,
  lapsed: orderTexts.lapsed,
  failed: texts.outcomeFailed,
} as const

type LineProps = { line: ClosingReport['items'][number]; report: ClosingReport }

function Line({ line, report: { currency } }: LineProps) {
  const { t, language } = useSay()
  const { customerId, customerName, orderId, number, total, outcome, problems } = line
  return (
    <li>
      <a className="link" href={`/${language}/staff/customers/${customerId}/`}>
        {customerName[language]}
      </a>{' '}
      · {t(outcomes[outcome])}
      {orderId && (
        <>
          {' · '}
          <a className="link" href={`/${language}/orders/${orderId}/`}>
            {number}
          </a>
        </>
      )}
      {total !== undefined && ` · ${formatMoney(total, currency, language)}`}
      {problems?.map(({ code, productId, message }) => (
        <span key={`${code} ${productId}`} className="facts block">
          {message ?? code}
        </span>
      ))}
    </li>
  )
}
