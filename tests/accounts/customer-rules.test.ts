import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CustomerCard, CustomerFilter } from '#shared/accounts'
import { isNarrowed, isWanted, numberedAddresses } from '../../functions/accounts/customer-rules.ts'

const street = { text: '人民路 1 号', isMain: true }
const store = { text: '仓库路 9 号', isMain: false }
const before = [
  { ...street, addressId: '1' },
  { ...store, addressId: '2' },
]
const idsOf = (...wanted: Parameters<typeof numberedAddresses>[0]) =>
  numberedAddresses(wanted, before).map(({ addressId }) => addressId)

describe('addresses of a customer', () => {
  it('the first ones are numbered from one', () => {
    expect(numberedAddresses([street, store])).toEqual(before)
  })

  it('a known text keeps its id, others get new ones', () => {
    expect(idsOf(store, { text: '老街 5 号', isMain: false }, street)).toEqual(['2', '3', '1'])
  })

  it('a given id stays when its text changes', () => {
    expect(idsOf({ text: '人民路 3 号', isMain: true, addressId: '1' }, store)).toEqual(['1', '2'])
  })

  it('a given id goes before a text that was known', () => {
    const renamed = { text: '人民路 3 号', isMain: true, addressId: '1' }
    expect(idsOf(street, renamed)).toEqual(['3', '1'])
  })

  it('an id the customer never had is not taken over', () => {
    expect(idsOf({ text: '老街 5 号', isMain: true, addressId: '9' })).toEqual(['3'])
    expect(idsOf({ ...store, addressId: '9' })).toEqual(['2'])
  })

  it('one text twice is two addresses', () => {
    expect(idsOf(street, street, { ...store, addressId: '2' }, { ...store, addressId: '2' })).toEqual([
      '1',
      '3',
      '2',
      '4',
    ])
  })

  it('an id from another system counts as no number', () => {
    const foreign = [{ ...street, addressId: 'east-gate' }]
    expect(numberedAddresses([store, street], foreign).map(({ addressId }) => addressId)).toEqual([
      '1',
      'east-gate',
    ])
  })

  it('ids are never shared and given ones stay', () => {
    const texts = fc.constantFrom('a', 'b', 'c', 'd')
    const ids = fc.option(fc.constantFrom('1', '2', '3', '7'), { nil: undefined })
    const wanted = fc.array(fc.record({ text: texts, isMain: fc.constant(false), addressId: ids }), {
      maxLength: 8,
    })
    const stored = fc.uniqueArray(
      fc.record({ text: texts, isMain: fc.constant(false), addressId: fc.constantFrom('1', '2', '3') }),
      { selector: ({ addressId }) => addressId },
    )
    fc.assert(
      fc.property(wanted, stored, (asked, had) => {
        const numbered = numberedAddresses(asked, had).map(({ addressId }) => addressId)
        expect(new Set(numbered).size).toBe(asked.length)
        const given = asked.map(({ addressId }) => addressId)
        for (const [at, id] of given.entries())
          if (given.indexOf(id) === at && had.some(({ addressId }) => addressId === id))
            expect(numbered[at]).toBe(id)
      }),
    )
  })
})

describe('a list of customers narrowed', () => {
  const card: CustomerCard = {
    customerId: 'cus_0000000000000183',
    number: 183,
    code: 'KM-0256',
    name: { zh: '福来超市', en: 'Fulai Market' },
    pinyin: 'fulaichaoshi flcs',
    unitPath: 'hq/53/5301',
    kind: 'retailer',
    customerClass: 'A',
    grade: 18,
    batch: 'weekly-3',
    route: '城东一线',
    licence: { number: 'YN-530102', expiresOn: '2026-12-31' },
    isOnHold: false,
  }

  it.each<[CustomerFilter, boolean]>([
    [{}, true],
    [{ kind: 'retailer' }, true],
    [{ kind: 'distributor' }, false],
    [{ customerClass: 'A' }, true],
    [{ customerClass: 'B' }, false],
    [{ gradeFrom: 18, gradeTo: 18 }, true],
    [{ gradeFrom: 19 }, false],
    [{ gradeTo: 17 }, false],
    [{ batch: 'weekly-3' }, true],
    [{ batch: 'weekly-2' }, false],
    [{ route: '城东一线' }, true],
    [{ route: '城西一线' }, false],
    [{ isOnHold: false }, true],
    [{ isOnHold: true }, false],
    [{ licenceBefore: '2027-01-01' }, true],
    [{ licenceBefore: '2026-12-31' }, false],
    [{ text: '' }, true],
    [{ text: '福来' }, true],
    [{ text: 'MARKET' }, true],
    [{ text: 'ｆｌｃｓ' }, true],
    [{ text: 'fulaichaoshi flcs' }, false],
    [{ text: 'km-02' }, true],
    [{ text: '183' }, true],
    [{ text: 'yn-530102' }, true],
    [{ text: '兴旺' }, false],
    [{ kind: 'retailer', text: '兴旺' }, false],
    [{ kind: 'distributor', text: '福来' }, false],
  ])('by %j: %s', (filter, isThere) => {
    expect(isWanted(card, filter)).toBe(isThere)
  })

  it('full-width letters of a name are found by plain ones', () => {
    expect(isWanted({ ...card, name: { zh: 'ＡＢ商行', en: 'Shop' } }, { text: 'ab商行' })).toBe(true)
  })

  it('what the asker does not see matches nothing', () => {
    const { pinyin: _, grade: __, licence: ___, ...unseen } = card
    for (const filter of [
      { gradeFrom: 1 },
      { gradeTo: 30 },
      { licenceBefore: '2099-01-01' },
      { text: 'flcs' },
      { text: 'yn-530102' },
      { text: 'undefined' },
    ] as const)
      expect(isWanted(unseen, filter)).toBe(false)
    expect(isWanted({ ...card, licence: { number: '' } }, { licenceBefore: '2099-01-01' })).toBe(false)
    expect(isWanted(unseen, { text: 'km' })).toBe(true)
  })

  it('a unit alone does not narrow it', () => {
    expect(isNarrowed({ unitPath: 'hq/53' })).toBe(false)
    expect(isNarrowed({ unitPath: 'hq/53', text: '', kind: undefined })).toBe(false)
    expect(isNarrowed({ unitPath: 'hq/53', text: '福' })).toBe(true)
    expect(isNarrowed({ isOnHold: false })).toBe(true)
  })
})
