import { type MessageKind, type MessageWay, messageWays } from '#shared/message-templates'
import type { SavePreferences } from '#shared/notifications'
import { addDays, businessDateOf, type Instant, instantAt } from '#shared/time'

export type Reached = { hasPhone: boolean; hasMail: boolean }

type Asked = Reached & {
  kind: MessageKind
  isUrgent: boolean
  preferences: SavePreferences | undefined
  now: Instant
  timeZone: string
  /** From when on it is of no use any more, as a reminder of a window that has closed. */
  until?: Instant
}

/** By which ways a message goes out, and when; with `digestAt` it is gathered into the summary of that moment. */
export type DeliveryPlan = { ways: MessageWay[]; dueAt: Instant; digestAt?: Instant }

/** Plans one message. Access (an invitation) cannot be switched off and waits for no summary. What would be over by the time
 * it may go out stays in the inbox alone: quiet hours are a person's own, and they except a kind where they want it. */
export function planDelivery(asked: Asked): DeliveryPlan {
  const plan = planned(asked)
  return isOver(asked.until, plan.dueAt) ? { ways: [], dueAt: asked.now } : plan
}

/** True when a message that was of use until then is sent too late. */
export function isOver(until: Instant | undefined, at: Instant): boolean {
  return until !== undefined && at >= until
}

function planned(asked: Asked): DeliveryPlan {
  const { kind, isUrgent, preferences, now, timeZone } = asked
  const ways = waysWanted(asked)
  if (!preferences || ways.length === 0) return { ways, dueAt: now }
  const { digest, quiet } = preferences
  if (digest && !isUrgent) {
    const digestAt = nextAt(digest.at, now, timeZone)
    return { ways, dueAt: digestAt, digestAt }
  }
  const isExcepted = quiet?.except.includes(kind) === true
  return { ways, dueAt: quiet && !isExcepted ? endOfQuiet(quiet, now, timeZone) : now }
}

/** The ways that hold as long as a person has chosen none: the phone, else mail. */
export function usualWays({ hasPhone, hasMail }: Reached): Record<MessageWay, boolean> {
  return { sms: hasPhone, mail: !hasPhone && hasMail }
}

/** The end of the quiet hours that hold `now`, else `now`. Hours may reach over midnight.
 * @example endOfQuiet({ from: '22:00', to: '07:00' }, '2026-11-25T15:00:00.000Z', 'Asia/Shanghai') // 23:00Z */
export function endOfQuiet(
  { from, to }: { from: `${string}:${string}`; to: `${string}:${string}` },
  now: Instant,
  timeZone: string,
): Instant {
  const today = businessDateOf(now, timeZone)
  for (const day of [addDays(today, -1), today]) {
    const start = instantAt(day, from, timeZone)
    const end = instantAt(from < to ? day : addDays(day, 1), to, timeZone)
    if (start <= now && now < end) return end
  }
  return now
}

/** The next moment after `now` with this time of day. */
export function nextAt(at: `${string}:${string}`, now: Instant, timeZone: string): Instant {
  const today = businessDateOf(now, timeZone)
  const first = instantAt(today, at, timeZone)
  return first > now ? first : instantAt(addDays(today, 1), at, timeZone)
}

function waysWanted({ kind, preferences, hasPhone, hasMail }: Asked): MessageWay[] {
  const reached = { sms: hasPhone, mail: hasMail }
  const chosen = kind === 'access' ? undefined : preferences?.kinds[kind]
  const wanted = chosen ?? usualWays({ hasPhone, hasMail })
  return messageWays.filter((way) => wanted[way] && reached[way])
}

/** Who takes a message up has this long to send it; then another process does. */
export const HOLD_SECONDS = 60
const MOST_TRIES = 6
const FIRST_PAUSE_SECONDS = 60

/** How long after the given number of failed tries the next one is; undefined when there is none. */
export function pauseAfter(tries: number): number | undefined {
  return tries >= MOST_TRIES ? undefined : FIRST_PAUSE_SECONDS * 2 ** tries
}
