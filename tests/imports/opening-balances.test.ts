import { beforeAll, describe, expect, it } from 'vitest'
import { customerIdOfCode } from '#accounts'
import { getCustomer } from '../../functions/accounts/get-customer.ts'
import { aCompany, aCustomer } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { runImport, undoImport } from './run-import.ts'

let world: FakeWorld

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
})

function customer(code: string) {
  return getCustomer(world, { kind: 'system', name: 'tests' }, customerIdOfCode(code))
}

describe('opening balances', () => {
  it('they change the account and nothing else', async () => {
    await aCustomer(world, 'O-1', { balance: 100, addresses: [{ text: '街', isMain: true }] })
    const file = '客户编码,期初余额\nO-1,"1,250.50"\nO-9,1\n'
    const { rows, importId, cookie } = await runImport(world, 'balances', file)
    expect(rows).toMatchObject([
      { verdict: 'changed', changes: { balance: { from: '1.00', to: '1250.50' } } },
      { verdict: 'refused', problems: [{ code: 'imports.reference_unknown', column: 'customer' }] },
    ])
    expect(await customer('O-1')).toMatchObject({ balance: 125_050, addresses: [{ text: '街' }] })
    expect((await undoImport(world, cookie, importId)).undone.state).toBe('undone')
    expect(await customer('O-1')).toMatchObject({ balance: 100 })
  })
})
