import { beforeAll, describe, expect, it } from 'vitest'
import type { CustomerId } from '#shared/ids'
import { holdCustomer } from '../../functions/accounts/change-customers.ts'
import { customersOfLicence, storedCustomer } from '../../functions/accounts/customer-store.ts'
import { findCustomers } from '../../functions/accounts/find-customers.ts'
import { getCustomer } from '../../functions/accounts/get-customer.ts'
import { listCustomers } from '../../functions/accounts/list-customers.ts'
import { deliverDue } from '../../functions/entry/schedule.ts'
import { foldNotes } from '../../functions/platform/search/fold-notes.ts'
import { aCompany, aCustomer } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let customerId: CustomerId

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  for (let at = 0; at < 60; at++) {
    const addresses = Array.from({ length: 20 }, (_, line) => ({
      text: `人民路 ${line} 号`,
      isMain: line === 0,
    }))
    customerId = await aCustomer(world, `S-${at}`, { addresses, licence: { number: `5301${at}` } })
  }
  while ((await deliverDue(world)) > 0) world.pass(2)
  await foldNotes(world, 'customers')
})

/** What one piece of work cost. */
async function spentOn(work: (metered: FakeWorld) => Promise<unknown>) {
  const table = world.table.metered()
  await work({ ...world, table })
  return table.spent
}

describe('what customers cost to keep', () => {
  it('one with twenty addresses is one round trip', async () => {
    const spent = await spentOn((metered) => getCustomer(metered, tester, customerId))
    expect(spent).toMatchObject({ roundTrips: 1 })
    expect(spent.readUnits).toBeLessThanOrEqual(2)
  })

  it('a page of twenty costs one look at each shard', async () => {
    const asked = { limit: 20, subtrees: ['hq'] }
    const spent = await spentOn((metered) => listCustomers(metered, tester, asked))
    expect(spent).toMatchObject({ roundTrips: 4 })
    expect(spent.readUnits).toBeLessThanOrEqual(12)
  })

  it('a hold is one read and one transaction', async () => {
    const spent = await spentOn((metered) => holdCustomer(metered, tester, { customerId, reason: '欠款' }))
    expect(spent.roundTrips).toBe(2)
    expect(spent.writeUnits).toBeLessThanOrEqual(20)
  })

  it('a keystroke within a second reads only the cards', async () => {
    const asked = { text: 'S-5', subtrees: ['hq'] }
    await findCustomers(world, tester, asked)
    const spent = await spentOn((metered) => findCustomers(metered, tester, asked))
    expect(spent.roundTrips).toBe(2)
    expect(spent.readUnits).toBeLessThanOrEqual(25)
  })

  it('a look after a second reads notes and head', async () => {
    world.pass(2)
    const spent = await spentOn((metered) =>
      findCustomers(metered, tester, { text: 'zzz', subtrees: ['hq'] }),
    )
    expect(spent.roundTrips).toBeLessThanOrEqual(3)
    expect(spent.readUnits).toBeLessThanOrEqual(4)
  })

  it('a licence is read by its key', async () => {
    const spent = await spentOn(async (metered) => {
      expect(await customersOfLicence(metered.table, '530159')).toEqual([customerId])
    })
    expect(spent).toMatchObject({ roundTrips: 1, readUnits: 0.5 })
  })

  it('what a class is judged by lies in the account', async () => {
    const state = await storedCustomer(world.table, customerId)
    expect(state?.account).toMatchObject({ kind: 'retailer', format: '' })
  })
})
