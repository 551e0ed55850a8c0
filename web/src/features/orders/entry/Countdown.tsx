import { calendarTexts } from '#shared/texts/calendar'
import { useSay } from '../../../components/language-context.ts'
import { runningClock } from '../../calendar/time-left.ts'
import { useTimeLeft, type Window } from '../../calendar/use-time-left.ts'

/** The time left, counted down by the server's clock: a pill, or a box with the number large. */
export function Countdown({ window, isLarge = false }: { window: Window; isLarge?: boolean }) {
  const { t, language } = useSay()
  const left = useTimeLeft(window)
  const time = left <= 0 ? t(calendarTexts.over) : runningClock(left, language)
  if (!isLarge) {
    const words = left <= 0 ? time : t(calendarTexts.left, { time })
    return (
      <span className={`pill ${left <= 0 ? 'is-refused' : 'is-attention'}`} role="timer">
        {words}
      </span>
    )
  }
  return (
    <div className="countdown" role="timer">
      <span>{t(calendarTexts.toCutOff)}</span>
      <strong>{time}</strong>
    </div>
  )
}
