import type { FirstStep } from '#shared/company'
import { type ImportKind, kindsBroughtBy } from '#shared/import-words'
import { type Deed, deedsOf } from '#shared/rights'
import type { StaffRole } from '#shared/roles'
import type { Instant } from '#shared/time'
import type { UnitPath } from '#shared/unit-path'

type Step = FirstStep['step']
type Counted = { count: number; isMore?: boolean }
type Grants = ReadonlyArray<{ role: StaffRole; unitPath: UnitPath }>

/** What tells whether shops can order yet. */
export type Opening = {
  now: Instant
  /** When the first window of all opens, or opened. */
  opensAt?: Instant | undefined
  /** A published product has a price. */
  isPriced: boolean
  /** A customer has an owner who may sign in. */
  isOwned: boolean
}

/** What a company has so far: published products with a price, and customers with an owner who may sign in, among it. */
export type Beginning = Pick<Opening, 'now' | 'opensAt'> & {
  priced: number
  owners: Counted
  isSupplied: boolean
  units: number
  staff: number
  /** Batches of the order plan; 0 until one is kept. */
  batches: number
  products: Counted
  customers: Counted
  /** Coming windows, how many of them have limits, and whether the first of them has. */
  windows: { coming: number; released: number; isFirstReleased: boolean }
}

/** What a step builds on: without it there is nothing to do it with. */
const buildsOn: Partial<Record<Step, readonly Step[]>> = {
  prices: ['products'],
  limits: ['calendar', 'products'],
  customers: ['calendar'],
  owners: ['customers'],
  window: ['calendar', 'prices', 'owners'],
}

type Place = { deed: Deed; to: string; file?: ImportKind }

const places: Record<Step, Place> = {
  units: { deed: 'keepCompany', to: 'staff/company/' },
  staff: { deed: 'keepStaff', to: 'staff/people/' },
  calendar: { deed: 'planOrders', to: 'staff/calendar/' },
  products: { deed: 'keepProducts', to: 'staff/products/', file: 'products' },
  prices: { deed: 'keepPrices', to: 'staff/prices/', file: 'prices' },
  limits: { deed: 'releaseSupply', to: 'staff/calendar/', file: 'limits' },
  customers: { deed: 'keepCustomers', to: 'staff/customers/', file: 'customers' },
  owners: { deed: 'keepMembers', to: 'staff/customers/' },
  window: { deed: 'seeFirstSteps', to: 'staff/calendar/' },
}

/** Whether shops can order: a window has opened, there are prices, and an owner was invited. From then on it stays so,
 * windows or none. */
export function isUnderWay({ now, opensAt, isPriced, isOwned }: Opening): boolean {
  return opensAt !== undefined && opensAt <= now && isPriced && isOwned
}

/** What someone with these grants has still to see to until shops can order, what is done among it. */
export function firstStepsFor(grants: Grants, begun: Beginning): FirstStep[] {
  const mayDo = deedsOf({ grants })
  const mayBring = kindsBroughtBy(grants)
  const all = standingOf(begun)
  const isDone = (step: Step) => all.some((one) => one.step === step && one.isDone)
  return all
    .filter(({ step }) => mayDo.includes(places[step].deed))
    .map(({ step, isDone: done, ...facts }) => {
      const { to, file } = places[step]
      const waitsFor = done ? [] : (buildsOn[step] ?? []).filter((other) => !isDone(other))
      const isWaiting = waitsFor.length > 0 || step === 'window'
      return {
        ...{ step, waitsFor, ...facts },
        state: done ? 'done' : isWaiting ? 'waiting' : 'next',
        to: file && mayBring.includes(file) ? `staff/imports/?kind=${file}` : to,
      }
    })
}

type Standing = Pick<FirstStep, 'step' | 'count' | 'isMore' | 'of' | 'at'> & { isDone: boolean }

function standingOf(begun: Beginning): Standing[] {
  const { now, opensAt, isSupplied, units, staff, batches, products, priced, customers, owners } = begun
  const { coming, released, isFirstReleased } = begun.windows
  const limits: Standing = { step: 'limits', isDone: isFirstReleased, count: released, of: coming }
  return [
    // The root, and whoever began the company, were there from the beginning.
    { step: 'units', isDone: units > 1, count: units },
    { step: 'staff', isDone: staff > 1, count: staff },
    { step: 'calendar', isDone: batches > 0, count: batches },
    { step: 'products', isDone: products.count > 0, ...products },
    { step: 'prices', isDone: priced > 0, count: priced },
    ...(isSupplied ? [limits] : []),
    { step: 'customers', isDone: customers.count > 0, ...customers },
    { step: 'owners', isDone: owners.count > 0, ...owners },
    { step: 'window', isDone: opensAt !== undefined && opensAt <= now, at: opensAt },
  ]
}
