import type { Obligation } from '#shared/obligations'
import { homeTexts } from '#shared/texts/home'
import { obligationTexts as texts } from '#shared/texts/obligations'
import { useSay } from '../../components/language-context.ts'
import { timeInWords } from '../calendar/time-left.ts'
import { dueWords } from './due-words.ts'
import { wordsOfObligation } from './obligation-words.ts'

const DAY_MILLISECONDS = 86_400_000

/** When the server answered, and the zone of its times. */
type Then = { now: string; timeZone: string }

/** One thing that is due: the whole card leads to where it is done. */
export function ObligationCard({ due, ...then }: Then & { due: Obligation }) {
  const { language } = useSay()
  const { title, text } = wordsOfObligation(due, language)
  return (
    <section className="card order-card">
      <h2>
        <a className="order-link" href={`/${language}/${due.to}`}>
          {title}
        </a>
      </h2>
      {due.dueAt && <Until dueAt={due.dueAt} {...then} />}
      <p className="text-soft col-span-full">{text}</p>
    </section>
  )
}

/** The time left within a day, else day and time. */
export function Until({ dueAt, now, timeZone }: Then & { dueAt: string }) {
  const { t, language } = useSay()
  const left = Date.parse(dueAt) - Date.parse(now)
  if (left < 0) return null
  if (left < DAY_MILLISECONDS)
    return (
      <span className="pill is-attention">{t(homeTexts.left, { time: timeInWords(left, language) })}</span>
    )
  const time = dueWords(dueAt, timeZone, language)
  return <span className="pill is-waiting">{t(texts.until, { time })}</span>
}
