import { describe, expect, it } from 'vitest'
import type { StaffRole } from '#shared/roles'
import type { Instant } from '#shared/time'
import {
  type Beginning,
  firstStepsFor,
  isUnderWay,
  type Opening,
} from '../../functions/company/first-steps-rules.ts'

const now: Instant = '2026-11-23T04:00:00.000Z'
const later: Instant = '2026-11-25T04:00:00.000Z'
const nothing: Beginning = {
  now,
  isSupplied: true,
  units: 1,
  staff: 1,
  batches: 0,
  products: { count: 0 },
  priced: 0,
  customers: { count: 0 },
  owners: { count: 0 },
  windows: { coming: 0, released: 0, isFirstReleased: false },
}
const everything: Beginning = {
  ...nothing,
  ...{ opensAt: later, units: 5, staff: 3, batches: 2, priced: 9 },
  ...{ products: { count: 9 }, customers: { count: 100, isMore: true }, owners: { count: 4 } },
  windows: { coming: 2, released: 1, isFirstReleased: true },
}
const as = (role: StaffRole) => [{ role, unitPath: 'hq' }]
const statesOf = (begun: Beginning, role: StaffRole = 'administrator') =>
  Object.fromEntries(firstStepsFor(as(role), begun).map(({ step, state }) => [step, state]))

describe('the first steps of a company', () => {
  it('with nothing there they wait for each other', () => {
    expect(statesOf(nothing)).toEqual({
      ...{ units: 'next', staff: 'next', calendar: 'next', products: 'next' },
      ...{ prices: 'waiting', limits: 'waiting', customers: 'waiting', owners: 'waiting', window: 'waiting' },
    })
  })

  it('a calendar lets customers come in', () => {
    const { customers, limits, owners } = statesOf({ ...nothing, batches: 2 })
    expect({ customers, limits, owners }).toEqual({
      ...{ customers: 'next', limits: 'waiting', owners: 'waiting' },
    })
  })

  it('a step names only what is still missing', () => {
    const steps = firstStepsFor(as('administrator'), { ...nothing, batches: 2 })
    expect(steps.find(({ step }) => step === 'limits')?.waitsFor).toEqual(['products'])
    expect(steps.find(({ step }) => step === 'window')?.waitsFor).toEqual(['prices', 'owners'])
  })

  it('the first window waits for its time alone at last', () => {
    const steps = firstStepsFor(as('administrator'), everything)
    expect(steps.filter(({ state }) => state !== 'done')).toEqual([
      { step: 'window', state: 'waiting', waitsFor: [], at: later, to: 'staff/calendar/' },
    ])
  })

  it('counts tell how much of each is there', () => {
    const found = firstStepsFor(as('administrator'), everything)
    expect(found).toMatchObject([
      { step: 'units', count: 5 },
      { step: 'staff', count: 3 },
      { step: 'calendar', count: 2 },
      { step: 'products', count: 9 },
      { step: 'prices', count: 9 },
      { step: 'limits', count: 1, of: 2 },
      { step: 'customers', count: 100, isMore: true },
      { step: 'owners', count: 4 },
      { step: 'window', at: later },
    ])
  })

  it('limits of a later window alone leave the next open', () => {
    const windows = { coming: 2, released: 1, isFirstReleased: false }
    expect(statesOf({ ...everything, windows }).limits).toBe('next')
  })

  it('traded goods have no limits to release', () => {
    expect(statesOf({ ...nothing, isSupplied: false })).not.toHaveProperty('limits')
  })

  it('each role sees what is theirs to do', () => {
    expect(Object.keys(statesOf(nothing, 'supply-planner'))).toEqual(['products', 'limits', 'window'])
    expect(Object.keys(statesOf(nothing, 'account-manager'))).toEqual(['customers', 'owners', 'window'])
    expect(firstStepsFor([{ role: 'order-desk', unitPath: 'hq' }], nothing)).toEqual([])
  })

  it('who may bring no file is led to the page', () => {
    const toOf = (role: StaffRole) =>
      firstStepsFor(as(role), nothing).find(({ step }) => step === 'products')?.to
    expect(toOf('administrator')).toBe('staff/imports/?kind=products')
    expect(toOf('supply-planner')).toBe('staff/products/')
  })
})

describe('a company under way', () => {
  const opening: Opening = { now, opensAt: now, isPriced: true, isOwned: true }

  it('has an opened window, prices and an owner', () => {
    expect(isUnderWay(opening)).toBe(true)
  })

  it('is not there while one of them is missing', () => {
    expect(isUnderWay({ ...opening, opensAt: later })).toBe(false)
    expect(isUnderWay({ ...opening, opensAt: undefined })).toBe(false)
    expect(isUnderWay({ ...opening, isPriced: false })).toBe(false)
    expect(isUnderWay({ ...opening, isOwned: false })).toBe(false)
  })
})
