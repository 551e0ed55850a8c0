import { beforeAll, describe, expect, it } from 'vitest'
import { type FieldGroup, fieldGroups } from '#shared/customer-cuts'
import type { CustomerId } from '#shared/ids'
import { type StaffRole, staffRoles } from '#shared/roles'
import { deliverDue } from '../../functions/entry/schedule.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aMember, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

/** Values that stand nowhere else, by the group of fields they must stay in. */
const marks: Record<FieldGroup, string[]> = {
  reach: ['北京路机密九号', '0871-7777777'],
  grading: ['"grade":27', 'class-secret'],
  money: ['list-secret', '7654321', '1234567'],
  hold: ['机密原因'],
  internal: ['内部备注'],
}
const sees: Record<StaffRole, FieldGroup[]> = {
  administrator: [...fieldGroups],
  'account-manager': [...fieldGroups],
  'order-desk': [...fieldGroups],
  'service-agent': ['reach', 'hold'],
  'field-technician': ['reach', 'hold'],
  publisher: ['grading'],
  analyst: ['grading'],
  'supply-planner': ['grading'],
}
let world: FakeWorld
let call: Call
let customerId: CustomerId

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
  customerId = await aCustomer(world, 'cut', {
    addresses: [{ text: '北京路机密九号', isMain: true }],
    phone: '0871-7777777',
    grade: 27,
    customerClass: 'class-secret',
    priceList: 'list-secret',
    creditLimit: 7_654_321,
    balance: 1_234_567,
    holdReason: '机密原因',
    note: '内部备注',
  })
  await aCustomer(world, 'cut', { addresses: [], holdReason: undefined })
  await aCustomer(world, 'cut', {
    addresses: [{ text: '北京路机密九号', isMain: true }],
    phone: '0871-7777777',
    grade: 27,
    customerClass: 'class-secret',
    priceList: 'list-secret',
    creditLimit: 7_654_321,
    balance: 1_234_567,
    holdReason: '机密原因',
    note: '内部备注',
  })
  while ((await deliverDue(world)) > 0) world.pass(2)
})

const paths = () => [
  `/customers/${customerId}`,
  '/customers?limit=100',
  '/customers/found',
  `/customers/${customerId}/history`,
  `/customers/${customerId}/history/record?at=2027-01-01T00:00:00.000Z`,
]

async function textOf(cookie: string): Promise<string> {
  const answers = await Promise.all(
    paths().map((path) => call(path, { cookie, headers: { 'search-text': 'cut' } })),
  )
  for (const { status, text } of answers) expect(status, text).toBe(200)
  return answers
    .map(({ text }) => text)
    .join('\n')
    .replace(/"(?:from|to)":27/g, '"grade":27')
}

describe('three kinds of staff see three cuts', () => {
  it.each(staffRoles)('no path tells %s more than their cut', async (role) => {
    const text = await textOf(await aSession(world, await someStaff(world, [{ role, unitPath: 'hq/53' }])))
    for (const group of fieldGroups) {
      for (const mark of marks[group])
        expect(text.includes(mark), `${group} ${mark}`).toBe(sees[role].includes(group))
    }
  })

  it('what is not seen is absent and not null', async () => {
    const analyst = await aSession(world, await someStaff(world, [{ role: 'analyst', unitPath: 'hq' }]))
    const { body } = await call(`/customers/${customerId}`, { cookie: analyst })
    for (const field of ['addresses', 'phone', 'balance', 'holdReason', 'note'])
      expect(body).not.toHaveProperty(field)
    expect(body).toMatchObject({ isOnHold: true, grade: 27 })
  })

  it('a role counts only where it reaches', async () => {
    const grants = [
      { role: 'account-manager', unitPath: 'hq/44' },
      { role: 'publisher', unitPath: 'hq/53' },
    ] as const
    const text = await textOf(await aSession(world, await someStaff(world, [...grants])))
    for (const mark of [...marks.reach, ...marks.money, ...marks.internal]) expect(text).not.toContain(mark)
    expect(text).toContain('class-secret')
  })

  it('a shop sees all of itself but notes', async () => {
    const cookie = await aSession(world, await aMember(world, customerId), customerId)
    const answers = await Promise.all(
      [paths()[0], paths()[3], paths()[4]].map((path) => call(path ?? '', { cookie })),
    )
    const text = answers.map((answer) => answer.text).join('\n')
    expect(text).toContain('机密原因')
    expect(text).toContain('7654321')
    expect(text).not.toContain('内部备注')
  })
})
