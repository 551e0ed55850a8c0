import type { Approval } from '#shared/approvals'
import { formatMoney } from '#shared/money'
import { approvalTexts as texts } from '#shared/texts/approvals'
import { Icon } from '../../components/Icon.tsx'
import { useSay } from '../../components/language-context.ts'
import { formatMoment } from '../../formats.ts'
import { Points } from './Failure.tsx'
import { refusalPoints } from './refusal-points.ts'

const looks = {
  asked: { icon: 'waiting', className: 'is-attention' },
  approved: { icon: 'done', className: 'is-done' },
  refused: { icon: 'refused', className: 'is-refused' },
  withdrawn: { icon: 'refused', className: 'is-waiting' },
  lapsed: { icon: 'refused', className: 'is-waiting' },
} as const

/** Who asked what, how it stands, and what has changed since. */
export function ApprovalFacts({ approval }: { approval: Approval }) {
  const { t, language } = useSay()
  const { state, total, currency, timeZone, judged, message, isChange } = approval
  const money = (minor: number) => formatMoney(minor, currency, language)
  const moment = (at: string) => formatMoment(at, timeZone, language)
  const { icon, className } = looks[state]
  const now = judged && judged.lines.length > 0 ? judged.total : total
  return (
    <>
      <header className="page-head order-facts">
        <div>
          <p className="facts">{approval.customerName[language]}</p>
          <h1>{t(texts.title)}</h1>
          <p className="my-1">
            <span className={`pill ${className}`}>
              <Icon name={icon} />
              {t(texts[state])}
            </span>
          </p>
          <p className="facts">{t(texts.by, { name: approval.askedBy, time: moment(approval.askedAt) })}</p>
          {state === 'asked' && (
            <p className="facts">{t(texts.lapsesAt, { time: moment(approval.closesAt) })}</p>
          )}
        </div>
        <div className="order-sum">
          <p className="money">{money(now)}</p>
        </div>
      </header>
      {message && <blockquote className="card mb-4">{message}</blockquote>}
      {isChange && state === 'asked' && <p className="notice">{t(texts.forChange)}</p>}
      <Limit approval={approval} />
      {now !== total && (
        <p className="notice bad">{t(texts.pricesChanged, { asked: money(total), now: money(now) })}</p>
      )}
      {judged && judged.refusals.length > 0 && (
        <Points heading={t(texts.standsAgainst)} points={refusalPoints(approval, language)} />
      )}
      <Ended approval={approval} />
    </>
  )
}

function Limit({ approval: { limit, askedBy, currency, timeZone } }: { approval: Approval }) {
  const { t, language } = useSay()
  if (!limit) return null
  const money = (minor: number) => formatMoney(minor, currency, language)
  const until = formatMoment(limit.periodEnds, timeZone, language)
  const amounts = { limit: money(limit.amount), spent: money(limit.spent), left: money(limit.left) }
  return <p className="notice">{t(texts.overLimit, { name: askedBy, until, ...amounts })}</p>
}

function Ended({ approval }: { approval: Approval }) {
  const { t, language } = useSay()
  const { state, reason, decidedBy, decidedAt, replacedBy, timeZone } = approval
  if (state === 'asked') return null
  if (replacedBy)
    return (
      <p className="notice">
        {t(texts.replacedText)} <a href={`/${language}/approvals/${replacedBy}/`}>{t(texts.toNewer)}</a>
      </p>
    )
  if (state === 'lapsed') return <p className="notice">{t(texts.lapsedText)}</p>
  return (
    <p className={state === 'refused' ? 'notice bad' : state === 'approved' ? 'notice good' : 'notice'}>
      {reason && <strong className="block">{reason}</strong>}
      {t(texts[state])}
      {decidedAt &&
        ` · ${t(texts.decidedBy, { name: decidedBy ?? '', time: formatMoment(decidedAt, timeZone, language) })}`}
    </p>
  )
}
