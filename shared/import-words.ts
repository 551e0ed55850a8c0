import { whoMay } from './rights.ts'
import type { StaffRole } from './roles.ts'
import { type UnitPath, unitAbove } from './unit-path.ts'

/** What a file may bring, in the order in which files build on each other. */
export const importKinds = ['customers', 'products', 'prices', 'limits', 'balances', 'orders'] as const
export type ImportKind = (typeof importKinds)[number]

/** Which staff bring in which kind of file: who may put the same in one by one, and, since a file of products or prices
 * publishes what it brought, may publish it. */
export const importersOf = {
  customers: whoMay.keepCustomers.staff,
  products: whoMay.keepPrices.staff,
  prices: whoMay.keepPrices.staff,
  limits: whoMay.releaseSupply.staff,
  balances: whoMay.keepCustomers.staff,
  orders: whoMay.recordPastOrders.staff,
} as const satisfies Record<ImportKind, readonly StaffRole[]>

type Grants = ReadonlyArray<{ role: StaffRole; unitPath: UnitPath }>

/** The kinds of files that staff with these grants bring in: a file is the whole company's, so only roles at the root of the
 * units count. */
export function kindsBroughtBy(grants: Grants): ImportKind[] {
  const roles = grants.filter(({ unitPath }) => !unitAbove(unitPath)).map(({ role }) => role)
  return importKinds.filter((kind) => importersOf[kind].some((role) => roles.includes(role)))
}

/** Where an import may stand. */
export const importStateNames = [
  'waiting',
  'read',
  'previewing',
  'previewed',
  'applying',
  'applied',
  'undoing',
  'undone',
  'discarded',
] as const
export type ImportState = (typeof importStateNames)[number]

/** What files may be, in and out. */
export const fileFormats = ['csv', 'xlsx'] as const
export type FileFormat = (typeof fileFormats)[number]

/** What text files may be written in. */
export const fileEncodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const

/** What may stand between the cells of a text file. */
export const fileSeparators = [',', ';', '\t'] as const
