import { describe, expect, it } from 'vitest'
import { isAddressUnknown, ownNumberOn, writtenOn } from '../../functions/orders/written-rules.ts'

const shop = { addressId: '1', text: '人民路 1 号', isMain: false }
const store = { addressId: '2', text: '仓库路 9 号', isMain: true }
const addresses = [shop, store]
const lines = [
  { productId: 'prd_A', quantity: 1, note: '要新日期' },
  { productId: 'prd_B', quantity: 2 },
] as const
const bare = { lines: [{ productId: 'prd_B', quantity: 2 }] } as const

describe('what a customer writes on an order', () => {
  it('notes are kept beside the order and its lines', () => {
    expect(writtenOn({ note: '周三前送到', lines }, [])).toEqual({ no: '周三前送到', ln: { A: '要新日期' } })
  })

  it('nothing written leaves nothing behind', () => {
    expect(writtenOn({ ...bare, note: '' }, [])).toEqual({})
    expect(ownNumberOn({ ...bare, ownNumber: '' })).toEqual({})
    expect(ownNumberOn(bare)).toEqual({})
  })

  it('its own number stands on the head', () => {
    expect(ownNumberOn({ ...bare, ownNumber: 'PO-7' })).toEqual({ own: 'PO-7' })
  })
})

describe('where an order goes', () => {
  const before = { ad: ['3', '老街 5 号'] as [string, string] }

  it('to the address that it names', () => {
    expect(writtenOn({ ...bare, addressId: '1' }, addresses).ad).toEqual(['1', '人民路 1 号'])
    expect(writtenOn({ ...bare, addressId: '1' }, addresses, before).ad).toEqual(['1', '人民路 1 号'])
  })

  it('else where it went before, else to the main one', () => {
    expect(writtenOn(bare, addresses, before).ad).toEqual(['3', '老街 5 号'])
    expect(writtenOn(bare, addresses, {}).ad).toEqual(['2', '仓库路 9 号'])
    expect(writtenOn(bare, [shop]).ad).toBeUndefined()
  })

  it('an address given up since still serves its order', () => {
    expect(writtenOn({ ...bare, addressId: '3' }, addresses, before).ad).toEqual(['3', '老街 5 号'])
    expect(isAddressUnknown('3', addresses, before)).toBe(false)
  })

  it('a foreign address is unknown', () => {
    expect(isAddressUnknown('9', addresses)).toBe(true)
    expect(isAddressUnknown('9', addresses, before)).toBe(true)
    expect(isAddressUnknown('2', addresses)).toBe(false)
    expect(isAddressUnknown(undefined, [])).toBe(false)
  })
})
