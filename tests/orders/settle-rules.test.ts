import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settledState } from '../../functions/orders/settle-rules.ts'

const NOW = '2026-11-25T08:00:00.000Z'
const LATER = '2026-11-26T10:00:00.000Z'

describe('what becomes of an order at the close', () => {
  it.each([
    ['its own claim counts for it', { creditLimit: 0, balance: 100, claimed: 100 }, 'confirmed'],
    ['a cent too little makes it wait', { creditLimit: 0, balance: 99, claimed: 100 }, 'awaiting-funds'],
    ['what older ones claim is not there', { creditLimit: 0, balance: 150, claimed: 200 }, 'awaiting-funds'],
    ['credit stands beside the money', { creditLimit: 50, balance: 150, claimed: 200 }, 'confirmed'],
    ['who has no limit is never short', { balance: -900, claimed: 100 }, 'confirmed'],
  ] as const)('%s, as the numbers say', (_, money, state) => {
    expect(settledState(money, 100, NOW, LATER)).toBe(state)
  })

  it('what costs nothing waits for no money', () => {
    expect(settledState({ creditLimit: 0, balance: -5, claimed: 0 }, 0, NOW, LATER)).toBe('confirmed')
  })

  it('it waits until the hour and then lapses', () => {
    const short = { creditLimit: 0, balance: 0, claimed: 100 }
    expect(settledState(short, 100, NOW, LATER)).toBe('awaiting-funds')
    expect(settledState(short, 100, LATER, LATER)).toBe('lapsed')
  })

  it('the oldest that the money covers are confirmed', () => {
    const debits = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(debits, fc.integer({ min: 0, max: 5000 }), (orders, funds) => {
        let [balance, older, isWanting] = [funds, 0, false]
        for (const debit of orders) {
          const money = { creditLimit: 0, balance, claimed: older + debit }
          const state = settledState(money, debit, NOW, LATER)
          isWanting ||= debit > balance
          expect(state).toBe(isWanting ? 'awaiting-funds' : 'confirmed')
          if (state === 'confirmed') balance -= debit
          else older += debit
        }
        expect(balance).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('at the hour all that the money covers is confirmed', () => {
    const debits = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(debits, fc.integer({ min: 0, max: 5000 }), (orders, funds) => {
        let balance = funds
        for (const debit of orders) {
          const state = settledState({ creditLimit: 0, balance, claimed: debit }, debit, LATER, LATER)
          expect(state).toBe(debit > balance ? 'lapsed' : 'confirmed')
          if (state === 'confirmed') balance -= debit
        }
      }),
    )
  })
})
