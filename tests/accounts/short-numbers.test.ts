import { beforeEach, describe, expect, it } from 'vitest'
import type { World } from '#platform/world'
import { type CustomerId, idOf } from '#shared/ids'
import {
  customerOfNumber,
  nextNumber,
  numberWrite,
  reserveNumbers,
} from '../../functions/accounts/number-store.ts'
import { putCustomer } from '../../functions/accounts/save-customer.ts'
import { aCompany } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const MOST_WRITES = 100
const customerId: CustomerId = idOf('customer', 'FILE')
let world: FakeWorld

beforeEach(async () => {
  world = await aWorld()
})

/** As a file of customers gives them. */
async function give(numbers: readonly number[]): Promise<void> {
  for (let start = 0; start < numbers.length; start += MOST_WRITES) {
    const some = numbers.slice(start, start + MOST_WRITES)
    await world.table.commit(some.map((number) => numberWrite(customerId, number)))
  }
}

const counted = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at)

describe('the next short number', () => {
  it('follows a long row in few reads', async () => {
    await give(counted(1, 3000))
    const table = world.table.metered()
    expect(await nextNumber(table)).toMatchObject({ number: 3001 })
    expect(table.spent.roundTrips).toBeLessThanOrEqual(6)
  })

  it('a block behind a long row has no gap', async () => {
    await give(counted(1, 1000))
    const table = world.table.metered()
    expect(await reserveNumbers(table, 50)).toEqual(counted(1001, 50))
    expect(table.spent.roundTrips).toBeLessThanOrEqual(8)
    expect(await nextNumber(table)).toMatchObject({ number: 1051 })
  })

  it('numbers given here and there are passed over', async () => {
    await give([1, 3, 4, 7, ...counted(60, 400)])
    const numbers = await reserveNumbers(world.table, 56)
    expect(numbers).toEqual([2, 5, 6, ...counted(8, 52), 460])
  })

  it('a number that a file gives meanwhile is passed over', async () => {
    await aCompany(world)
    let isFirst = true
    const commit: World['table']['commit'] = async (...asked) => {
      if (isFirst) await give([1])
      isFirst = false
      await world.table.commit(...asked)
    }
    const customer = {
      named: 'S-1',
      name: { zh: '店', en: 'Shop' },
      kind: 'retailer',
      licence: { number: '' },
      format: '',
      addresses: [],
      unitPath: 'hq/53',
      batch: 'daily',
      priceList: 'standard',
      subtrees: [''],
    } as const
    const racing = { ...world, table: { ...world.table, commit } }
    const put = await putCustomer(racing, { kind: 'system', name: 'tests' }, { ...customer, addresses: [] })
    expect(put.verdict).toBe('new')
    expect(await customerOfNumber(world.table, 2)).toBe(put.customerId)
  })

  it('blocks taken at once share no number', async () => {
    await give(counted(1, 40))
    const take = async (): Promise<number[]> => reserveNumbers(world.table, 20).catch(take)
    const blocks = await Promise.all(Array.from({ length: 6 }, take))
    expect(new Set(blocks.flat()).size).toBe(120)
  })
})
