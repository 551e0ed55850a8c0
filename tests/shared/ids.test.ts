import { describe, expect, it } from 'vitest'
import { bareId, idOf, idPrefixes, isId, orderIdOf, partsOfOrderId } from '#shared/ids'

describe('ids', () => {
  it('each kind of id has its own prefix', () => {
    const prefixes = Object.values(idPrefixes)
    expect(new Set(prefixes).size).toBe(prefixes.length)
    expect(prefixes.every((prefix) => /^[a-z]{3}$/.test(prefix))).toBe(true)
  })

  it('an id is known by its kind alone', () => {
    const customerId = idOf('customer', '0123456789ABCDEF')
    expect(isId('customer', customerId)).toBe(true)
    expect(isId('person', customerId)).toBe(false)
    expect(bareId(customerId)).toBe('0123456789ABCDEF')
  })

  it.each(['cus_', 'cus_a#b', 'cus_a/b', 'cus_é', `cus_${'A'.repeat(61)}`, 7, null, undefined, ['cus_A']])(
    '%j is no customer id',
    (value) => {
      expect(isId('customer', value)).toBe(false)
    },
  )

  it('an order id names customer and running number', () => {
    const orderId = orderIdOf('cus_0123456789ABCDEF', 27)
    expect(orderId).toBe('ord_0123456789ABCDEF-27')
    expect(partsOfOrderId(orderId)).toEqual({ customerId: 'cus_0123456789ABCDEF', runningNumber: 27 })
  })

  it.each([
    'ord_0123456789ABCDEF-0',
    'ord_0123456789ABCDEF-027',
    'ord_0123456789ABCDE-27',
    'ord_0123456789abcdef-27',
    'ord_0123456789ABCDEF-123456789',
    'ord_0123456789ABCDEF-27\n',
    'cus_0123456789ABCDEF-27',
    '',
  ])('%j is no order id', (text) => {
    expect(partsOfOrderId(text)).toBeUndefined()
  })
})
