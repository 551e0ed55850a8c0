import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { inviteMember } from '#identity'
import { sampleFacts } from '#shared/message-samples'
import {
  defaultWordings,
  type MessageWords,
  templateNames,
  templateOf,
  wordingFaults,
  writeMessage,
} from '#shared/message-templates'
import { reactions } from '../../functions/entry/events.ts'
import { deliverDue } from '../../functions/entry/schedule.ts'
import { nastyTexts } from '../shared/nasty-texts.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const link = 'https://portal.example/zh/'

describe('the product’s own words', () => {
  it.each(templateNames)('%s fits its places', (name) => {
    expect(wordingFaults(name, defaultWordings(name))).toEqual([])
    for (const language of ['zh', 'en'] as const) {
      const written = writeMessage(defaultWordings(name)[language], sampleFacts(name), language, link)
      expect(Object.values(written).join('')).not.toMatch(/[{}]/)
    }
  })

  it('every template follows an event that is told', () => {
    const told = templateNames.flatMap((name) => templateOf(name).events)
    expect(told.filter((type) => !reactions[type])).toEqual([])
  })
})

describe('words of the company', () => {
  const words = (text: string): MessageWords => ({ subject: '标题', text })
  const place = fc.stringMatching(/^\w{1,12}$/)

  it('any place the template lacks is refused', () => {
    fc.assert(
      fc.property(fc.constantFrom(...templateNames), place, (name, variable) => {
        fc.pre(!templateOf(name).variables.includes(variable))
        const { zh, en } = defaultWordings(name)
        const faults = wordingFaults(name, { zh: words(`${zh.text}{${variable}}`), en })
        expect(faults).toEqual([{ path: 'zh.text', fault: 'unknown', variable }])
      }),
    )
  })

  it('any place that it needs is asked for', () => {
    fc.assert(
      fc.property(fc.constantFrom(...templateNames), (name) => {
        const { zh } = defaultWordings(name)
        const faults = wordingFaults(name, { zh, en: words('nothing') })
        const missing = templateOf(name).needs.map((variable) => ({
          path: 'en.text',
          fault: 'missing',
          variable,
        }))
        expect(faults).toEqual(missing)
      }),
    )
  })

  it('facts stand in the text as they are', () => {
    const facts = fc.record({ shop: fc.string(), reason: fc.string() })
    fc.assert(
      fc.property(facts, fc.string(), ({ shop, reason }, around) => {
        const text = `${around.replaceAll(/[{}]/g, '')}{shop}|{reason}`
        const { sms, mail, subject } = writeMessage({ subject: '{shop}', text }, { shop, reason }, 'zh', link)
        expect(sms.endsWith(`${shop}|${reason}`)).toBe(true)
        expect(mail).toBe(`${sms}\n\n${link}`)
        expect(subject).not.toMatch(/[\r\n]/)
      }),
    )
  })
})

describe('publishing a wording', () => {
  let world: FakeWorld
  let call: Call
  let cookie: string
  const path = '/message-templates/invitation'
  const body = {
    zh: { subject: '来订货', text: '{shop} 请进：{link}' },
    en: { subject: 'Order', text: '{link}' },
  }
  const put = (version: number, sent: object = body) =>
    call(path, { method: 'PUT', cookie, body: sent, headers: { 'if-match': `"${version}"` } })

  beforeEach(async () => {
    world = await aWorld()
    await aCompany(world)
    call = apiOf(world)
    cookie = await aSession(world, await someStaff(world, [{ role: 'publisher', unitPath: 'hq' }]))
  })

  it('the next message speaks the new words', async () => {
    expect(await put(0)).toMatchObject({ status: 200, body: { version: 1, isDefault: false } })
    const customerId = await aCustomer(world, '183')
    const tester = { kind: 'system', name: 'tests' } as const
    const invited = { customerId, name: '李强', role: 'buyer', phone: '+8613800000001' } as const
    await inviteMember(world, tester, invited)
    while ((await deliverDue(world)) > 0) world.pass(1)
    expect(world.sentSms).toMatchObject([{ text: '店183 请进：http://localhost:8080/zh/' }])
  })

  it('a faulty one is refused with every place', async () => {
    const answer = await put(0, { ...body, zh: { subject: '{name}', text: '没有链接', sms: '{shop}' } })
    expect(answer).toMatchObject({ status: 422, body: { code: 'notifications.wording_faulty' } })
    expect(answer.body.errors).toMatchObject([
      { path: 'zh.subject', code: 'notifications.place_unknown' },
      { path: 'zh.text', code: 'notifications.place_missing' },
      { path: 'zh.sms', code: 'notifications.place_missing' },
    ])
    expect(await call(path, { cookie })).toMatchObject({ body: { version: 0, isDefault: true } })
  })

  it('any words come back and go out as they are', async () => {
    const customerId = await aCustomer(world, '183')
    const tester = { kind: 'system', name: 'tests' } as const
    const texts = nastyTexts.filter((text) => !text.includes('{name}'))
    for (const [version, text] of texts.entries()) {
      const words = { subject: text, text: `${text} {link}` }
      expect((await put(version, { zh: words, en: words })).body).toMatchObject({ zh: words, en: words })
      const phone = `+86138000001${String(version).padStart(2, '0')}`
      await inviteMember(world, tester, { customerId, name: '李强', role: 'buyer', phone })
      while ((await deliverDue(world)) > 0) world.pass(1)
    }
    const sent = world.sentSms.map(({ text }) => text.replace(/ http\S+$/, ''))
    expect(sent).toEqual(texts)
    expect(texts.length).toBe(nastyTexts.length - 1)
  })

  it('a second one from the same version is refused', async () => {
    await put(0)
    expect(await put(0)).toMatchObject({ status: 412, body: { facts: { current: 1 } } })
  })

  it('going back to the standard keeps the versions', async () => {
    await put(0)
    const sent = { method: 'POST', cookie, headers: { 'if-match': '"1"' } }
    const { status, body: view } = await call(`${path}/reset`, sent)
    expect([status, view.version, view.isDefault]).toEqual([200, 2, true])
    expect(view).toMatchObject({
      versions: [{ version: 2 }, { version: 1, zh: body.zh }],
      zh: { subject: '{shop} 邀请您使用订货平台' },
    })
  })

  it('a publisher of one province words nothing', async () => {
    cookie = await aSession(world, await someStaff(world, [{ role: 'publisher', unitPath: 'hq/53' }]))
    expect(await put(0)).toMatchObject({ status: 403 })
  })
})
