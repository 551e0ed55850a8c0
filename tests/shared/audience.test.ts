import { describe, expect, it } from 'vitest'
import { type Audience, isMeantFor } from '#shared/audience'

const shop = {
  customerId: 'cus_0123456789ABCDEF',
  unitPath: 'hq/53/5301',
  kind: 'retailer',
  format: '便利店',
  customerClass: 'A',
  grade: 18,
} as const

describe('whom something is meant for', () => {
  it.each([
    ['nothing said', undefined],
    ['empty lists', { units: [], kinds: [], customers: [], grades: {} }],
    ['its own unit', { units: ['hq/44', 'hq/53/5301'] }],
    ['a unit above it', { units: ['hq/53'] }],
    ['its kind, format and class', { kinds: ['retailer'], formats: ['便利店'], classes: ['B', 'A'] }],
    ['grades up to its own', { grades: { to: 18 } }],
    ['grades from its own', { grades: { from: 18 } }],
    ['itself by name', { customers: ['cus_0123456789ABCDEF'] }],
  ] satisfies Array<[string, Audience | undefined]>)('a shop is meant with %s', (_, audience) => {
    expect(isMeantFor(audience, shop)).toBe(true)
  })

  it.each([
    ['a sibling unit', { units: ['hq/53/5302'] }],
    ['a unit whose name begins alike', { units: ['hq/5'] }],
    ['a unit below it', { units: ['hq/53/5301/01'] }],
    ['another kind', { kinds: ['distributor'] }],
    ['another format', { formats: ['超市'] }],
    ['another class', { classes: ['B'] }],
    ['higher grades', { grades: { from: 19 } }],
    ['lower grades', { grades: { to: 17 } }],
    ['other customers', { customers: ['cus_000000000000000B'] }],
    ['one of two that fits', { units: ['hq/53'], grades: { from: 20 } }],
  ] satisfies Array<[string, Audience]>)('a shop is not meant with %s', (_, audience) => {
    expect(isMeantFor(audience, shop)).toBe(false)
  })

  it('what a customer lacks is never met', () => {
    const bare = { customerId: shop.customerId, unitPath: 'hq' }
    expect(isMeantFor({ grades: { from: 1 } }, bare)).toBe(false)
    expect(isMeantFor({ classes: ['A'] }, bare)).toBe(false)
    expect(isMeantFor({ grades: {} }, bare)).toBe(true)
  })
})
