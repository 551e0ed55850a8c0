import type { ShopDay } from '#shared/notifications'
import { nextWindowTexts as texts } from '#shared/texts/next-window'
import { useSay } from '../../components/language-context.ts'
import { ReadAloud } from '../../components/ReadAloud.tsx'
import { formatMoment } from '../../formats.ts'
import { timeInWords } from '../calendar/time-left.ts'
import { useTimeLeft, type Window } from '../calendar/use-time-left.ts'

type NextWindowCardProps = { day: ShopDay; window: Window | undefined; mayOrder: boolean }

/** While no window is open: when the next one opens, and the draft that waits for it or missed the last. */
export function NextWindowCard({ day, window, mayOrder }: NextWindowCardProps) {
  const { t, language } = useSay()
  const { draft, company } = day
  const moment = (instant: string) => formatMoment(instant, company.timeZone, language)
  const opens = window && t(texts.opens, { time: moment(window.cycle.opensAt) })
  const missed = draft?.missedAt && t(texts.missed, { time: moment(draft.missedAt), count: draft.lines })
  const waits = draft && (missed || t(texts.waits, { count: draft.lines }))
  const title = missed ? t(texts.notPlaced) : (opens ?? t(texts.none))
  const stop = language === 'zh' ? '。' : '.'
  const sentences = [
    waits,
    missed && opens && `${opens}${stop}`,
    !window && t(texts.noneText),
    !waits && window && mayOrder && t(texts.ahead),
  ]
  const text = sentences.filter(Boolean).join(language === 'zh' ? '' : ' ')
  return (
    <section className="card">
      <div className="flex justify-between gap-2 mb-1 flex-wrap">
        <h2>{title}</h2>
        {window && <OpensIn window={window} />}
      </div>
      <p className="text-soft mb-3">{text}</p>
      <div className="actions">
        {mayOrder && window && (
          <a className="quiet" href={`/${language}/order/`}>
            {t(draft ? texts.seeDraft : texts.prepare)}
          </a>
        )}
        <ReadAloud text={() => `${title}${stop} ${text}`} />
      </div>
    </section>
  )
}

function OpensIn({ window }: { window: Window }) {
  const { t, language } = useSay()
  const time = timeInWords(useTimeLeft(window), language)
  return (
    <span className="pill is-waiting" role="timer">
      {t(texts.opensIn, { time })}
    </span>
  )
}
