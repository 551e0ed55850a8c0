import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settledState } from '../../functions/orders/settle-rules.ts'

const NOW = '2026-11-25T08:00:00.000Z'
const LATER = '2026-11-26T10:00:00.000Z'

describe('what becomes of an order at the close', () => {
  it.each([
    ['its own reservation counts for it', { creditLimit: 0, balance: 100, reserved: 100 }, 'confirmed'],
    ['a cent too little makes it wait', { creditLimit: 0, balance: 99, reserved: 100 }, 'awaiting-funds'],
    ['what others reserve is not there', { creditLimit: 0, balance: 150, reserved: 200 }, 'awaiting-funds'],
    ['credit stands beside the money', { creditLimit: 50, balance: 150, reserved: 200 }, 'confirmed'],
    ['who has no limit is never short', { balance: -900, reserved: 100 }, 'confirmed'],
  ] as const)('%s, as the numbers say', (_, money, state) => {
    expect(settledState(money, 100, NOW, LATER)).toBe(state)
  })

  it('it waits until the hour and then lapses', () => {
    const short = { creditLimit: 0, balance: 0, reserved: 100 }
    expect(settledState(short, 100, NOW, LATER)).toBe('awaiting-funds')
    expect(settledState(short, 100, LATER, LATER)).toBe('lapsed')
  })

  it('confirmed orders never take more than there is', () => {
    const debits = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(debits, fc.integer({ min: 0, max: 5000 }), (orders, funds) => {
        let [balance, reserved] = [funds, orders.reduce((sum, one) => sum + one, 0)]
        for (const debit of orders) {
          if (settledState({ creditLimit: 0, balance, reserved }, debit, LATER, LATER) === 'confirmed')
            balance -= debit
          reserved -= debit
        }
        expect(balance).toBeGreaterThanOrEqual(0)
        expect(reserved).toBe(0)
      }),
    )
  })
})
