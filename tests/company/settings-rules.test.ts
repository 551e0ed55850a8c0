import { describe, expect, it } from 'vitest'
import type { Company } from '#shared/accounts'
import { brandOnWhite } from '#shared/brand-rules'
import { contrastOf } from '#shared/colours'
import { refusalOfSettings, type Standing } from '../../functions/company/settings-rules.ts'

const before: Company = {
  preset: 'supplied',
  name: { zh: '公司', en: 'Company' },
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  brandColour: '#1f5f4a',
  servicePhone: '400',
  oneOrderACycle: true,
  pricesIncludeTax: true,
}
const empty: Standing = {
  hasCustomers: false,
  planVersion: 0,
  portalZone: 'Asia/Shanghai',
  ordered: { count: 0, closesAt: undefined },
}
const busy: Standing = {
  hasCustomers: true,
  planVersion: 3,
  portalZone: 'Asia/Shanghai',
  ordered: { count: 4, closesAt: '2026-11-25T08:00:00.000Z' },
}
const refused = (change: Partial<Company>, standing: Standing) =>
  refusalOfSettings(before, { ...before, ...change }, standing)?.code

describe('what of the settings may change', () => {
  it('names, telephone and colour change at any time', () => {
    const change = { name: { zh: '新', en: 'New' }, servicePhone: '95', brandColour: '#1f4f7a' }
    expect(refused(change, busy)).toBeUndefined()
  })

  it.each([
    ['currency', { currency: 'GBP' }],
    ['preset', { preset: 'traded' }],
  ] as const)('the %s stays once a customer stands', (_, change) => {
    expect(refused(change, { ...empty, hasCustomers: true })).toBe('company.customers_stand')
    expect(refused(change, empty)).toBeUndefined()
  })

  it.each([
    ['one order a cycle', { oneOrderACycle: false }],
    ['prices with tax', { pricesIncludeTax: false }],
  ] as const)('the rule of %s waits for open orders', (_, change) => {
    expect(refused(change, busy)).toBe('company.orders_are_open')
    expect(refused(change, { ...busy, ordered: { count: 0, closesAt: undefined } })).toBeUndefined()
  })

  it('the zone follows the portal until a plan stands', () => {
    const inLondon = { timeZone: 'Europe/London' }
    expect(refused(inLondon, empty)).toBe('company.zone_of_portal')
    expect(refused(inLondon, { ...empty, portalZone: 'Europe/London' })).toBeUndefined()
    expect(refused(inLondon, { ...empty, portalZone: 'Europe/London', planVersion: 1 })).toBe(
      'company.zone_in_plan',
    )
  })

  it('a colour that hides white text names its nearest', () => {
    const refusal = refusalOfSettings(before, { ...before, brandColour: '#ffcc00' }, busy)
    expect(refusal).toEqual({
      code: 'company.colour_unreadable',
      facts: { colour: '#ffcc00', contrast: 1.5, nearest: '#8f7200' },
    })
    expect(refused({ brandColour: '#8f7200' }, busy)).toBeUndefined()
  })

  it('every nearest colour can be read under white', () => {
    for (const part of ['00', '4a', '77', '99', 'ff'])
      for (const other of ['00', '6b', 'ff']) {
        const { nearest } = brandOnWhite(`#${part}${other}80`)
        expect(contrastOf(nearest, '#ffffff')).toBeGreaterThanOrEqual(4.5)
        expect(brandOnWhite(nearest).nearest).toBe(nearest)
      }
  })
})
