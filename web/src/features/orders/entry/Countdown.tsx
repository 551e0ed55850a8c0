import { calendarTexts } from '#shared/texts/calendar'
import { useSay } from '../../../components/language-context.ts'
import { runningClock } from '../../calendar/time-left.ts'
import { useTimeLeft, type Window } from '../../calendar/use-time-left.ts'

/** The time left, counted down by the server's clock: a few words in the bar of a phone, a box on wide windows. */
export function Countdown({ window }: { window: Window }) {
  const { t, language } = useSay()
  const left = useTimeLeft(window)
  const time = left <= 0 ? t(calendarTexts.over) : runningClock(left, language)
  return (
    <div className={left <= 0 ? 'countdown is-over' : 'countdown'} role="timer">
      <span className="only-wide">{t(calendarTexts.toCutOff)}</span>
      <strong className="only-wide">{time}</strong>
      <span className="only-phone">{left <= 0 ? time : t(calendarTexts.left, { time })}</span>
    </div>
  )
}
