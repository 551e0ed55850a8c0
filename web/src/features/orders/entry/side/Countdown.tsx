import { calendarTexts } from '#shared/texts/calendar'
import { useSay } from '../../../../components/language-context.ts'
import { runningClock } from '../../../calendar/time-left.ts'
import { useTimeLeft, type Window } from '../../../calendar/use-time-left.ts'

type CountdownProps = { window: Window; isBefore: boolean }

/** The time until the window opens, then until it closes, by the server's clock: a few words in the bar of a phone, a box
 * on wide windows. */
export function Countdown({ window, isBefore }: CountdownProps) {
  const { t, language } = useSay()
  const time = runningClock(useTimeLeft(window), language)
  const [until, left] = isBefore
    ? [calendarTexts.toOpening, calendarTexts.opensIn]
    : [calendarTexts.toCutOff, calendarTexts.left]
  return (
    <div className={isBefore ? 'countdown is-before' : 'countdown'} role="timer">
      <span className="only-wide">{t(until)}</span>
      <strong className="only-wide">{time}</strong>
      <span className="only-phone">{t(left, { time })}</span>
    </div>
  )
}
