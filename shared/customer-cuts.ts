import type { Customer } from './accounts.ts'
import type { FieldChanges } from './history.ts'
import { type StaffRole, staffRoles } from './roles.ts'

/** Groups of a customer's fields that not everyone sees. */
export const fieldGroups = ['reach', 'grading', 'money', 'hold', 'internal'] as const
export type FieldGroup = (typeof fieldGroups)[number]

const everything: readonly FieldGroup[] = fieldGroups
const inTheField: readonly FieldGroup[] = ['reach', 'hold']
const inFigures: readonly FieldGroup[] = ['grading']

const groupsOfRole: Readonly<Record<StaffRole, readonly FieldGroup[]>> = {
  administrator: everything,
  'account-manager': everything,
  'order-desk': everything,
  'service-agent': inTheField,
  'field-technician': inTheField,
  publisher: inFigures,
  analyst: inFigures,
  'supply-planner': inFigures,
}

/** Every field of a customer with its group; `everyone` sees who a customer is and where it hangs. */
const groupOfField: Readonly<Record<keyof Customer | 'gradeReason' | 'gradedFrom', FieldGroup | 'everyone'>> =
  {
    customerId: 'everyone',
    number: 'everyone',
    code: 'everyone',
    name: 'everyone',
    pinyin: 'everyone',
    unitPath: 'everyone',
    kind: 'everyone',
    format: 'everyone',
    batch: 'everyone',
    route: 'everyone',
    licence: 'everyone',
    isOnHold: 'everyone',
    version: 'everyone',
    addresses: 'reach',
    phone: 'reach',
    customerClass: 'grading',
    grade: 'grading',
    gradeReason: 'grading',
    gradedFrom: 'grading',
    priceList: 'money',
    groupList: 'money',
    creditLimit: 'money',
    balance: 'money',
    reserved: 'money',
    available: 'money',
    holdReason: 'hold',
    note: 'internal',
  }

/** What an order tells of its customer: where it lives, and what it lacks. */
const groupOfOrderField: ReadonlyMap<string, FieldGroup> = new Map([
  ['address', 'reach'],
  ['addressId', 'reach'],
  ['missingFunds', 'money'],
])

/** Which groups staff with these roles see of a customer; more roles see more. */
export function groupsOfRoles(roles: readonly StaffRole[]): ReadonlySet<FieldGroup> {
  return new Set(roles.flatMap((role) => groupsOfRole[role]))
}

/** What a customer's own people see of it: all but what staff note among themselves. */
export const groupsOfMembers: ReadonlySet<FieldGroup> = new Set(
  fieldGroups.filter((group) => group !== 'internal'),
)

/** What the product's own jobs and machines see. */
export const allGroups: ReadonlySet<FieldGroup> = new Set(fieldGroups)

/** The staff who see a group of fields, for routes that serve nothing else. */
export function rolesThatSee(group: FieldGroup): StaffRole[] {
  return staffRoles.filter((role) => groupsOfRole[role].includes(group))
}

/** A customer, a card or what changed of one, without the fields of groups that are not seen: they are absent, not
 * null. A field that no group names is seen by those who see everything. */
export function cutFields<Fields extends object>(
  fields: Fields,
  seen: ReadonlySet<FieldGroup>,
): Pick<Fields, keyof Fields> {
  const left = Object.entries(fields).filter(([field]) => isSeen(field, seen))
  // Only optional fields of a customer belong to groups, so what is left still has the shape.
  return Object.fromEntries(left) as Pick<Fields, keyof Fields>
}

/** An order without what it tells of its customer's fields that are not seen. */
export function cutOrder<Order extends { address?: string; addressId?: string; missingFunds?: number }>(
  order: Order,
  seen: ReadonlySet<FieldGroup>,
): Pick<Order, keyof Order> {
  const left = Object.entries(order).filter(([field]) => {
    const group = groupOfOrderField.get(field)
    return group === undefined || seen.has(group)
  })
  // Only optional fields are cut, so what is left still has the shape.
  return Object.fromEntries(left) as Pick<Order, keyof Order>
}

/** What changed of a customer, as far as it is seen. */
export function cutChange(
  change: Readonly<Record<string, unknown>>,
  seen: ReadonlySet<FieldGroup>,
): FieldChanges | Record<string, unknown> {
  return cutFields({ ...change }, seen)
}

function isSeen(field: string, seen: ReadonlySet<FieldGroup>): boolean {
  const group = new Map<string, FieldGroup | 'everyone'>(Object.entries(groupOfField)).get(field)
  if (group === undefined) return fieldGroups.every((each) => seen.has(each))
  return group === 'everyone' || seen.has(group)
}
