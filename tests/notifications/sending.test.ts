import { beforeEach, describe, expect, it } from 'vitest'
import { inviteMember } from '#identity'
import { deliverDueMessages } from '#notifications'
import { LeftUndone } from '#platform/by-itself'
import { keyOf } from '#platform/storage/access-pattern'
import { Refused } from '#platform/storage/write'
import type { World } from '#platform/world'
import { messagePatterns } from '../../functions/notifications/access-patterns.ts'
import { digestDoneWrite, digestWithin } from '../../functions/notifications/digest-store.ts'
import { ASIDE } from '../../functions/notifications/due-store.ts'
import { listMessages } from '../../functions/notifications/list-messages.ts'
import { listFailed } from '../../functions/notifications/list-sent.ts'
import { showFrame } from '../../functions/notifications/show-frame.ts'
import { nastyTexts } from '../shared/nasty-texts.ts'
import { aCompany, aCustomer } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { randomOf } from '../support/seeded-chance.ts'
import { aRefusal, choose, type Reached, tell, wishes } from './told-events.ts'

const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let reached: Reached

beforeEach(async () => {
  world = await aWorld()
  await aCompany(world)
  const customerId = await aCustomer(world, '183')
  const person = { name: '李强', phone: '+8613800000001', mail: 'li@example.com', role: 'owner' } as const
  const { personId } = await inviteMember(world, tester, { customerId, ...person, isQuiet: true })
  reached = { customerId, personId }
})

const bothWays = wishes({ 'account-changes': { sms: true, mail: true } })

async function inbox() {
  const page = await listMessages(world, reached, { limit: 100, language: 'zh' })
  return page.items
}

/** A process that dies as soon as a message has gone out, before it can say so. */
function dying(): World {
  return {
    ...world,
    table: {
      ...world.table,
      commit: (...asked) =>
        world.sentSms.length > 0 ? Promise.reject(new Error('killed')) : world.table.commit(...asked),
    },
  }
}

describe('a way out that fails', () => {
  it('killed after sending, the same id goes out again', async () => {
    await expect(tell(dying(), aRefusal(world, reached))).rejects.toThrow('killed')
    expect(await deliverDueMessages(world)).toBe(0)
    world.pass(61)
    expect(await deliverDueMessages(world)).toBe(1)
    expect(world.sentSms).toHaveLength(2)
    expect(new Set(world.sentSms.map(({ id }) => id)).size).toBe(1)
    expect(await inbox()).toHaveLength(1)
    world.pass(86_400)
    expect(await deliverDueMessages(world)).toBe(0)
  })

  it('one that fails keeps no other way waiting', async () => {
    await choose(world, reached.personId, bothWays)
    world.sendSms = () => Promise.reject(new Error('The SMS gateway answered 503'))
    await tell(world, aRefusal(world, reached))
    expect(world.sentMail).toHaveLength(1)
    world.pass(3600)
    await deliverDueMessages(world)
    expect(world.sentMail).toHaveLength(1)
  })

  it('after six tries staff see it given up', async () => {
    world.sendSms = () => Promise.reject(new Error('No such number'))
    await tell(world, aRefusal(world, reached))
    for (let hour = 0; hour < 12; hour++) {
      world.pass(3600)
      await deliverDueMessages(world)
    }
    expect(world.logged.filter(({ alarm }) => alarm)).toMatchObject([{ message: 'message given up' }])
    const failed = await listFailed(world, ['hq/53'], 'zh')
    expect(failed.items).toMatchObject([
      { personName: '李强', ways: { sms: { state: 'given-up', tries: 6 } } },
    ])
    expect((await listFailed(world, ['hq/44'], 'zh')).items).toEqual([])
  })

  it('what others cannot send hides no unit’s own', async () => {
    world.sendSms = () => Promise.reject(new Error('No such number'))
    await tell(world, aRefusal(world, reached))
    for (let hour = 0; hour < 12; hour++) {
      world.pass(3600)
      await deliverDueMessages(world)
    }
    const [own] = await world.table.queryAll(messagePatterns.due, { shard: ASIDE })
    const whole = await world.table.get({ pk: String(own?.pk), sk: String(own?.sk) })
    const far = await aCustomer(world, '184', { unitPath: 'hq/44' })
    // Newer ones of a shop elsewhere, more than a page of them.
    const others = Array.from({ length: 130 }, (_, at) => ({
      put: {
        ...whole,
        customerId: far,
        pk: `N#${far.slice(4)}`,
        sk: `N#far#${at}`,
        gsi2pk: String(whole?.gsi2pk),
        gsi2sk: `2027#${at}`,
      },
    }))
    await world.table.commit(others.slice(0, 65))
    await world.table.commit(others.slice(65))
    const { items, isMore } = await listFailed(world, ['hq/53'], 'zh')
    expect([items.map(({ customerId }) => customerId), isMore]).toEqual([[reached.customerId], false])
    expect(await listFailed(world, ['hq'], 'zh')).toMatchObject({ items: { length: 100 }, isMore: true })
  })

  it('an unreadable message keeps no other waiting', async () => {
    await choose(world, reached.personId, wishes({}, { quiet: { from: '11:00', to: '13:00', except: [] } }))
    await tell(world, aRefusal(world, reached))
    const [spoilt] = await world.table.queryAll(messagePatterns.messages, {
      scope: reached.customerId.slice(4),
    })
    const key = { pk: String(spoilt?.pk), sk: String(spoilt?.sk) }
    await world.table.commit([{ update: key, change: { set: { personId: 7 } } }])
    await tell(world, aRefusal(world, reached))
    world.pass(2 * 3600)
    await expect(deliverDueMessages(world)).rejects.toThrow(LeftUndone)
    expect(world.sentSms).toHaveLength(1)
    expect(world.logged.filter(({ alarm }) => alarm)).toMatchObject([{ message: 'left undone', ...key }])
  })

  it('two processes send what is due only once', async () => {
    await choose(world, reached.personId, wishes({}, { quiet: { from: '11:00', to: '13:00', except: [] } }))
    for (let at = 0; at < 8; at++) await tell(world, aRefusal(world, reached))
    world.pass(2 * 3600)
    await Promise.all([
      deliverDueMessages(world),
      deliverDueMessages({ ...world }),
      deliverDueMessages(world),
    ])
    expect(world.sentSms).toHaveLength(8)
    expect(new Set(world.sentSms.map(({ id }) => id)).size).toBe(8)
  })
})

describe('when a person chose the time', () => {
  it('the night holds an SMS back until seven', async () => {
    await choose(world, reached.personId, wishes({}, { quiet: { from: '22:00', to: '07:00', except: [] } }))
    world.setNow('2026-11-25T17:30:00.000Z')
    await tell(world, aRefusal(world, reached))
    expect(await inbox()).toHaveLength(1)
    world.setNow('2026-11-25T22:59:59.000Z')
    await deliverDueMessages(world)
    expect(world.sentSms).toEqual([])
    world.setNow('2026-11-25T23:00:00.000Z')
    await deliverDueMessages(world)
    expect(world.sentSms).toHaveLength(1)
  })

  it('a summary gathers the day into one', async () => {
    await choose(world, reached.personId, { ...bothWays, digest: { at: '18:00' } })
    const events = [aRefusal(world, reached, '图片模糊'), aRefusal(world, reached, '号码不对')]
    for (const event of [...events, ...events]) await tell(world, event)
    expect([await inbox(), world.sentSms]).toMatchObject([[{ isRead: false }, { isRead: false }], []])
    world.setNow('2026-11-25T10:00:00.000Z')
    await Promise.all([deliverDueMessages(world), deliverDueMessages({ ...world })])
    expect(world.sentSms).toMatchObject([{ text: expect.stringMatching(/^今天有 2 条消息\n店183.*\n店183/) }])
    expect(world.sentMail).toMatchObject([{ text: expect.stringMatching(/图片模糊[\s\S]*号码不对/) }])
  })

  it('what comes during a summary waits for the next', async () => {
    await choose(world, reached.personId, wishes({}, { digest: { at: '18:00' } }))
    await tell(world, aRefusal(world, reached, '图片模糊'))
    world.setNow('2026-11-25T10:00:00.000Z')
    const { sendSms } = world
    world.sendSms = async (message) => {
      // A process whose clock is behind still gathers for this one.
      world.setNow('2026-11-25T09:59:00.000Z')
      await tell(world, aRefusal(world, reached, '还是不清楚'))
      world.setNow('2026-11-25T10:00:00.000Z')
      await sendSms(message)
    }
    await deliverDueMessages(world)
    world.sendSms = sendSms
    world.setNow('2026-11-25T10:05:00.000Z')
    await deliverDueMessages(world)
    expect(world.sentSms).toMatchObject([{ text: expect.stringContaining('图片模糊') }])
    world.setNow('2026-11-26T10:00:00.000Z')
    await deliverDueMessages(world)
    expect(world.sentSms.map(({ text }) => text).slice(1)).toMatchObject([
      expect.stringContaining('还是不清楚'),
    ])
  })

  it('a summary that gathers more is not over', async () => {
    await choose(world, reached.personId, wishes({}, { digest: { at: '18:00' } }))
    const of = '2026-11-25T10:00:00.000Z'
    await tell(world, aRefusal(world, reached))
    const key = keyOf(messagePatterns.digest, { personId: reached.personId.slice(4), dueAt: of })
    const read = digestWithin(await world.table.get(key, { isStrong: true }))
    if (!read) throw new Error('No summary')
    await tell(world, aRefusal(world, reached))
    await expect(world.table.commit([digestDoneWrite(read, of)])).rejects.toThrow(Refused)
    world.setNow(of)
    await deliverDueMessages(world)
    expect(world.sentSms).toMatchObject([{ text: expect.stringContaining('2 条消息') }])
  })

  it('a dead gateway costs the mail no try', async () => {
    await choose(world, reached.personId, { ...bothWays, digest: { at: '18:00' } })
    await tell(world, aRefusal(world, reached))
    let tries = 0
    world.sendSms = () => Promise.reject(new Error(`The SMS gateway answered 503 (${tries++})`))
    world.setNow('2026-11-25T10:00:00.000Z')
    await deliverDueMessages(world)
    expect(world.sentMail).toHaveLength(1)
    for (let hour = 0; hour < 12; hour++) {
      world.pass(3600)
      await deliverDueMessages(world)
    }
    expect([tries, world.sentMail.length]).toEqual([6, 1])
    expect(world.logged.filter(({ alarm }) => alarm)).toMatchObject([
      { message: 'summary given up', way: 'sms', tries: 6 },
    ])
    expect((await listFailed(world, ['hq'], 'zh')).items).toMatchObject([
      { ways: { sms: { state: 'given-up', tries: 6 }, mail: { state: 'sent', tries: 1 } } },
    ])
  })

  it('what comes after a summary waits for the next', async () => {
    await choose(world, reached.personId, wishes({}, { digest: { at: '18:00' } }))
    await tell(world, aRefusal(world, reached))
    world.setNow('2026-11-25T10:00:00.000Z')
    await deliverDueMessages(world)
    // A process whose clock is behind still sees the summary ahead.
    world.setNow('2026-11-25T09:59:00.000Z')
    await tell(world, aRefusal(world, reached, '还是不清楚'))
    world.setNow('2026-11-25T10:05:00.000Z')
    await deliverDueMessages(world)
    expect(world.sentSms).toHaveLength(1)
    world.setNow('2026-11-26T10:00:00.000Z')
    await deliverDueMessages(world)
    expect(world.sentSms).toMatchObject([{}, { text: expect.stringContaining('还是不清楚') }])
  })
})

describe('the inbox', () => {
  it('shuffled and repeated events leave what a rebuild leaves', async () => {
    const chance = randomOf(20261125)
    const events = Array.from({ length: 20 }, (_, at) => aRefusal(world, reached, `第 ${at} 次`))
    const repeated = events.filter(() => chance() < 0.3)
    const shuffled = [...events, ...repeated]
      .map((event) => ({ event, place: chance() }))
      .sort((one, other) => one.place - other.place)
    await Promise.all(shuffled.map(({ event }) => tell(world, event)))
    const left = JSON.stringify([await inbox(), await showFrame(world, reached)])
    await forgetMessages()
    for (const event of events) await tell(world, event)
    expect(JSON.stringify([await inbox(), await showFrame(world, reached)])).toBe(left)
    expect(repeated.length).toBeGreaterThan(2)
  })

  it('any text comes out as it went in', async () => {
    await choose(world, reached.personId, bothWays)
    for (const text of nastyTexts) await tell(world, aRefusal(world, reached, text))
    const shown = (await inbox()).map((message) => message.text)
    const mailed = world.sentMail.map(({ text }) => text.replace(/\n\nhttp.*$/, ''))
    const expected = nastyTexts.map((text) => `“店183”申请的资料变更没有通过：${text}`).sort()
    expect([shown.sort(), mailed.sort(), world.sentSms.map(({ text }) => text).sort()]).toEqual([
      expected,
      expected,
      expected,
    ])
  })
})

async function forgetMessages(): Promise<void> {
  const items = await world.table.queryAll(messagePatterns.messages, { scope: reached.customerId.slice(4) })
  for (const { pk, sk } of items) await world.table.commit([{ delete: { pk: String(pk), sk: String(sk) } }])
}
