import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MessageKind, messageKinds, templateNames, templateOf } from '#shared/message-templates'
import type { SavePreferences } from '#shared/notifications'
import type { Instant } from '#shared/time'
import { endOfQuiet, nextAt, pauseAfter, planDelivery } from '../../functions/notifications/delivery-rules.ts'

const zone = 'Asia/Shanghai'
const night = { from: '22:00', to: '07:00' } as const
const noon: Instant = '2026-11-25T04:00:00.000Z'
const midnight: Instant = '2026-11-25T16:00:00.000Z'
const both = { sms: true, mail: true }
const all = {
  'order-reminders': both,
  'order-news': both,
  'account-changes': both,
  'calendar-changes': both,
} as const

describe('quiet hours', () => {
  it.each<[string, Instant, Instant]>([
    ['before midnight', '2026-11-25T15:59:00.000Z', '2026-11-25T23:00:00.000Z'],
    ['after midnight', '2026-11-25T16:01:00.000Z', '2026-11-25T23:00:00.000Z'],
    ['in their first minute', '2026-11-25T14:00:00.000Z', '2026-11-25T23:00:00.000Z'],
    ['in the minute they end', '2026-11-25T23:00:00.000Z', '2026-11-25T23:00:00.000Z'],
    ['in the daytime', noon, noon],
  ])('%s a message waits until seven', (_, now, end) => {
    expect(endOfQuiet(night, now, zone)).toBe(end)
  })

  it('hours within one day end that day', () => {
    const siesta = { from: '12:00', to: '14:00' } as const
    expect(endOfQuiet(siesta, noon, zone)).toBe('2026-11-25T06:00:00.000Z')
    expect(endOfQuiet(siesta, midnight, zone)).toBe(midnight)
  })

  it('quiet hours follow the wall clock through summer time', () => {
    const before: Instant = '2026-10-24T23:00:00.000Z'
    expect(endOfQuiet(night, before, 'Europe/London')).toBe('2026-10-25T07:00:00.000Z')
  })

  it('nothing ever waits longer than a day', () => {
    const clock = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([hour, minute]): `${string}:${string}` => `${pad(hour)}:${pad(minute)}`)
    const moment = fc.integer({ min: Date.parse(noon), max: Date.parse(noon) + 400 * 86_400_000 })
    fc.assert(
      fc.property(clock, clock, moment, (from, to, at) => {
        fc.pre(from !== to)
        const now: Instant = `${new Date(at).toISOString().slice(0, 10)}T${new Date(at).toISOString().slice(11, 23)}Z`
        const end = endOfQuiet({ from, to }, now, zone)
        const [waited, again] = [Date.parse(end) - at, endOfQuiet({ from, to }, end, zone)]
        expect(waited).toBeGreaterThanOrEqual(0)
        expect(waited).toBeLessThanOrEqual(86_400_000)
        expect(again).toBe(end)
      }),
    )
  })
})

describe('a daily summary', () => {
  it('comes at its hour, today or tomorrow', () => {
    expect(nextAt('18:00', noon, zone)).toBe('2026-11-25T10:00:00.000Z')
    expect(nextAt('12:00', noon, zone)).toBe('2026-11-26T04:00:00.000Z')
  })
})

describe('every choice of ways', () => {
  const bools = [true, false]
  const cells = bools.flatMap((hasPhone) =>
    bools.flatMap((hasMail) =>
      bools.flatMap((sms) =>
        bools.flatMap((mail) =>
          bools.flatMap((isUrgent) =>
            messageKinds.map((kind) => ({ hasPhone, hasMail, sms, mail, isUrgent, kind })),
          ),
        ),
      ),
    ),
  )

  it.each(messageKinds)('%s goes by what is chosen and reachable', (kind) => {
    for (const { hasPhone, hasMail, sms, mail, isUrgent } of cells.filter((cell) => cell.kind === kind)) {
      const preferences: SavePreferences = {
        kinds: { ...all, ...(kind !== 'access' && { [kind]: { sms, mail } }) },
      }
      const { ways } = planDelivery({
        kind,
        isUrgent,
        preferences,
        hasPhone,
        hasMail,
        now: noon,
        timeZone: zone,
      })
      const chosen =
        kind === 'access'
          ? [hasPhone && 'sms', !hasPhone && hasMail && 'mail']
          : [sms && hasPhone && 'sms', mail && hasMail && 'mail']
      expect(ways).toEqual(chosen.filter(Boolean))
    }
  })

  it('who chose nothing is reached by phone, else mail', () => {
    const asked = {
      kind: 'order-news' as MessageKind,
      isUrgent: false,
      preferences: undefined,
      now: noon,
      timeZone: zone,
    }
    expect(planDelivery({ ...asked, hasPhone: true, hasMail: true }).ways).toEqual(['sms'])
    expect(planDelivery({ ...asked, hasPhone: false, hasMail: true }).ways).toEqual(['mail'])
    expect(planDelivery({ ...asked, hasPhone: false, hasMail: false }).ways).toEqual([])
  })

  it('who can be reached by nothing waits for no summary', () => {
    const asked = { kind: 'order-news', isUrgent: false, now: noon, timeZone: zone } as const
    const preferences = { kinds: all, digest: { at: '18:00' } } as const
    expect(planDelivery({ ...asked, preferences, hasPhone: false, hasMail: false })).toEqual({
      ways: [],
      dueAt: noon,
    })
  })

  it('what cannot wait is in no summary', () => {
    const preferences = { kinds: all, digest: { at: '18:00' } } as const
    const reached = { hasPhone: true, hasMail: true, now: noon, timeZone: zone, preferences }
    for (const name of templateNames) {
      const { kind, isUrgent = false } = templateOf(name)
      const { digestAt, dueAt } = planDelivery({ ...reached, kind, isUrgent })
      expect([name, digestAt, dueAt]).toEqual(
        isUrgent ? [name, undefined, noon] : [name, '2026-11-25T10:00:00.000Z', '2026-11-25T10:00:00.000Z'],
      )
    }
  })

  it('what one excepts comes through the night', () => {
    const preferences: SavePreferences = { kinds: all, quiet: { ...night, except: ['order-reminders'] } }
    const asked = {
      isUrgent: true,
      preferences,
      hasPhone: true,
      hasMail: true,
      now: midnight,
      timeZone: zone,
    }
    expect(planDelivery({ ...asked, kind: 'order-reminders' }).dueAt).toBe(midnight)
    expect(planDelivery({ ...asked, kind: 'order-news' }).dueAt).toBe('2026-11-25T23:00:00.000Z')
  })
})

describe('a message that is of use until a moment', () => {
  const preferences: SavePreferences = { kinds: all, quiet: { ...night, except: [] } }
  const asked = {
    kind: 'order-reminders',
    isUrgent: true,
    preferences,
    timeZone: zone,
    ...{ hasPhone: true, hasMail: true },
  } as const
  const seven: Instant = '2026-11-25T23:00:00.000Z'

  it.each<[string, Instant, Instant, object]>([
    [
      'over before the quiet hours end stays in the inbox',
      midnight,
      '2026-11-25T22:00:00.000Z',
      { ways: [], dueAt: midnight },
    ],
    ['over just as they end stays in the inbox', midnight, seven, { ways: [], dueAt: midnight }],
    [
      'of use after they end waits for that',
      midnight,
      '2026-11-25T23:00:01.000Z',
      { ways: ['sms', 'mail'], dueAt: seven },
    ],
    [
      'of use in the daytime goes at once',
      noon,
      '2026-11-25T04:00:01.000Z',
      { ways: ['sms', 'mail'], dueAt: noon },
    ],
    [
      'over before it was told stays in the inbox',
      noon,
      '2026-11-25T03:00:00.000Z',
      { ways: [], dueAt: noon },
    ],
  ])('what is %s', (_, now, until, plan) => {
    expect(planDelivery({ ...asked, now, until })).toEqual(plan)
  })

  it('an excepted kind comes while it is of use', () => {
    const excepting: SavePreferences = { kinds: all, quiet: { ...night, except: ['order-reminders'] } }
    const until: Instant = '2026-11-25T22:00:00.000Z'
    expect(planDelivery({ ...asked, preferences: excepting, now: midnight, until }).dueAt).toBe(midnight)
  })
})

describe('a message that could not be sent', () => {
  it('is tried after longer and longer pauses, six times', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((tries) => pauseAfter(tries))).toEqual([
      60,
      120,
      240,
      480,
      960,
      1920,
      undefined,
      undefined,
    ])
  })
})

function pad(count: number): string {
  return String(count).padStart(2, '0')
}
