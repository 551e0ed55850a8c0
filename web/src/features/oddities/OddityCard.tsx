import { useQuery } from '@tanstack/react-query'
import type { Oddity } from '#shared/oddities'
import { evidenceWords } from '#shared/oddity-words'
import { oddityTexts as texts } from '#shared/texts/oddities'
import { useSay } from '../../components/language-context.ts'
import { plainWords, type RecordWords } from '../../components/record-words.ts'
import { formatMoment } from '../../formats.ts'
import { companyQuery } from '../accounts/account-queries.ts'
import { useUnitName } from '../accounts/UnitSelect.tsx'
import { HistoryFold } from '../records/HistoryFold.tsx'
import { placeOf } from './oddity-queries.ts'
import { ReviewButton } from './ReviewButton.tsx'

type OddityCardProps = { oddity: Oddity; mayReview: boolean }
const stateClass = { open: 'is-waiting', fine: 'is-done', 'to-follow': 'is-attention' } as const

/** One shop: why it is worth a look, with its numbers and orders, and what came of looking. */
export function OddityCard({ oddity, mayReview }: OddityCardProps) {
  const { t, language } = useSay()
  const unitName = useUnitName()
  const { customerId, customerName, number, unitPath, orders, review } = oddity
  const state = review?.state ?? 'open'
  return (
    <li className="card oddity">
      <div className="oddity-head">
        <h2>
          <a className="link" href={`/${language}/staff/customers/${customerId}/`}>
            {customerName[language]}
          </a>
        </h2>
        <span className="facts">
          {number} · {unitName(unitPath)}
        </span>
        <span className={`pill ${stateClass[state]}`}>{t(texts[state])}</span>
      </div>
      <dl className="oddity-evidence">
        {evidenceWords(oddity, language).map(({ kind, text }) => (
          <div key={kind}>
            <dt>{t(texts[kind])}</dt>
            <dd>
              {text} <Peers oddity={oddity} kind={kind} />
            </dd>
          </div>
        ))}
        {orders.length > 0 && (
          <div>
            <dt>{t(texts.orders)}</dt>
            <dd className="oddity-links">
              {orders.map(({ orderId, number: spoken }) => (
                <a key={orderId} className="link" href={`/${language}/orders/${orderId}/`}>
                  {spoken}
                </a>
              ))}
            </dd>
          </div>
        )}
      </dl>
      <Review oddity={oddity} />
      {mayReview && <ReviewButton oddity={oddity} />}
    </li>
  )
}

function Peers({ oddity, kind }: { oddity: Oddity; kind: string }) {
  const { t, language } = useSay()
  const { identical, device } = oddity.evidence
  const peers = (kind === 'identical' ? identical : kind === 'device' ? device : undefined)?.peers ?? []
  if (peers.length === 0) return null
  return (
    <span className="oddity-links">
      {t(texts.peers)}
      {peers.map(({ customerId, name }) => (
        <a key={customerId} className="link" href={`/${language}/staff/customers/${customerId}/`}>
          {name[language]}
        </a>
      ))}
    </span>
  )
}

/** What came of a look: who noted it, when, and what was noted before. */
function Review({ oddity }: { oddity: Oddity }) {
  const { t, language } = useSay()
  const { data: company } = useQuery(companyQuery)
  const { review, version } = oddity
  if (!review) return null
  const words: RecordWords = {
    names: { state: texts.state, note: texts.note },
    wordsFor: (field, value) => {
      const state = (['open', 'fine', 'to-follow'] as const).find((each) => each === value)
      return field === 'state' && state ? t(texts[state]) : plainWords(value, language)
    },
  }
  const time = company ? formatMoment(review.at, company.timeZone, language) : ''
  return (
    <div>
      <p>{review.note}</p>
      <p className="facts">{t(texts.lookedBy, { name: review.by || t(texts.someone), time })}</p>
      <HistoryFold
        place={{ path: placeOf(oddity), queryKey: ['oddity', placeOf(oddity), version] }}
        words={words}
        of={oddity.customerName[language]}
      />
    </div>
  )
}
