import type { SentMessage } from '#shared/notifications'
import { preferenceTexts } from '#shared/texts/preferences'
import { wordingTexts as texts } from '#shared/texts/wording'
import { useSay } from '../../components/language-context.ts'
import { useFullMoment } from '../accounts/use-full-moment.ts'

type Sending = NonNullable<SentMessage['ways']['sms']>

const looks = {
  waiting: { text: texts.waiting, className: 'is-waiting' },
  sent: { text: texts.sentState, className: 'is-done' },
  'given-up': { text: texts.givenUp, className: 'is-refused' },
  'no-address': { text: texts.noAddress, className: 'is-attention' },
  over: { text: texts.over, className: 'is-attention' },
} as const

/** Messages with what became of them on each way. */
export function SentCards({ items }: { items: readonly SentMessage[] }) {
  const { t } = useSay()
  const moment = useFullMoment()
  return (
    <ul className="cards">
      {items.map(({ messageId, personId, personName, customerName, subject, at, ways, isRead }) => (
        <li key={`${personId} ${messageId}`} className="card">
          <div className="flex justify-between gap-2 flex-wrap">
            <h2>{subject}</h2>
            <span className="actions">
              {ways.sms && <WayPill name={t(preferenceTexts.sms)} sending={ways.sms} />}
              {ways.mail && <WayPill name={t(preferenceTexts.mail)} sending={ways.mail} />}
              {!ways.sms && !ways.mail && <span className="pill is-waiting">{t(texts.onlyInbox)}</span>}
            </span>
          </div>
          <p className="facts">
            {[personName, customerName, moment(at), isRead ? t(texts.read) : undefined]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  )
}

function WayPill({ name, sending: { state, tries } }: { name: string; sending: Sending }) {
  const { t } = useSay()
  const { text, className } = looks[state]
  return (
    <span className={`pill ${className}`}>
      {name} · {t(text)}
      {tries > 1 && ` · ${t(texts.tried, { tries })}`}
    </span>
  )
}
