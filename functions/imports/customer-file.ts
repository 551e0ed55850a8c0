import {
  batchJudge,
  type CustomerInput,
  type CustomerState,
  customerIdOfCode,
  customerRemoval,
  numberBlock,
  planCustomerFrom,
  storedCustomers,
} from '#accounts'
import { membershipRemovals, membersOfCustomer, planMembers, storedPeople } from '#identity'
import type { World } from '#platform/world'
import type { FieldChanges } from '#shared/history'
import type { CustomerId } from '#shared/ids'
import type { ValuesOf } from './cell-rules.ts'
import type { ChangeWrites } from './commit-together.ts'
import { type Addresses, customerColumns, mainAddressOf } from './customer-columns.ts'
import { openCustomerFaults, USUAL_BATCH } from './customer-faults.ts'
import { rowKind } from './row-kind.ts'

type Values = ValuesOf<typeof customerColumns>

/** Customers, each with its account, and its owner where the row names one. */
export const customerFile = rowKind<CustomerState, typeof customerColumns>({
  columns: customerColumns,
  keyOf: ({ code = '' }) => code.trim(),
  parallel: 16,
  // Shops of one owner are taken one after the other.
  sequenceOf: ({ owner_phone: phone = '', owner_mail: mail = '' }) => (phone || mail).trim(),
  begin: (world, applied) => {
    // What is only looked at takes no numbers.
    const numberOf = applied ? numberBlock(world) : async () => ({ number: 0 })
    const { rootUnit, reworded, faultsOf } = openCustomerFaults(world, applied === undefined)
    let judgeBatch = batchJudge(world)
    return {
      reworded,
      faultsOf,
      stored: (rows) => {
        judgeBatch = batchJudge(world)
        return storedCustomers(
          world.table,
          rows.map(({ code = '' }) => customerIdOfCode(code.trim())),
          { isStrong: true },
        )
      },
      versionOf: ({ customer }) => customer.version ?? 0,
      plan: async (values, stored) => {
        const input = inputOf(values, await rootUnit(), stored)
        return planCustomerFrom(world, stored, input, { numberOf, judgeBatch: await judgeBatch })
      },
      beside: (values, { customer }) => ownerBeside(world, values, customer.customerId),
      ...(applied && { along: (rows) => planOwners(world, rows) }),
      planRemoval: async (found) => {
        const removal = customerRemoval(world, found)
        const members = await membershipRemovals(world.table, found.customer.customerId)
        return (actor) => [...members, ...removal(actor)]
      },
    }
  },
})

function inputOf(values: Values, root: string, stored: CustomerState | undefined): CustomerInput {
  const { unit = root, name_zh, name_en, hold, credit_limit, price_list } = values
  const { licence = '', licence_expires, format = '', kind = 'retailer', batch = USUAL_BATCH } = values
  return {
    code: values.code,
    number: values.number,
    name: { zh: name_zh, en: name_en ?? name_zh },
    kind,
    licence: { number: licence, ...(licence_expires && { expiresOn: licence_expires }) },
    format,
    addresses: addressesWith(values.address, stored?.customer.addresses ?? []),
    unitPath: unit,
    batch,
    priceList: price_list ?? 'standard',
    groupList: values.group_list,
    customerClass: values.class,
    route: values.route,
    phone: values.shop_phone,
    note: stored?.customer.note,
    grade: values.grade,
    holdReason: hold,
    creditLimit: credit_limit,
    balance: values.balance,
  }
}

/** A file knows the usual address alone; the others stay, and the first of them is usual when that one is taken away. */
function addressesWith(text: string | undefined, before: Addresses): CustomerInput['addresses'] {
  const main = mainAddressOf(before)
  if (text === undefined)
    return before.filter(({ isMain }) => !isMain).map((address, at) => ({ ...address, isMain: at === 0 }))
  if (!main) return [{ text, isMain: true }, ...before]
  return before.map((address) => (address.isMain ? { ...address, text } : address))
}

/** The owner that a row brings, unless that one is a member already. */
async function ownerBeside(world: World, values: Values, customerId: CustomerId): Promise<FieldChanges> {
  const { owner_phone: phone, owner_mail: mail } = values
  if (!phone && !mail) return {}
  const members = await membersOfCustomer(world.table, customerId)
  const people = await storedPeople(
    world.table,
    members.map(({ personId }) => personId),
  )
  const isMember = [...people.values()].some(
    (person) => (phone && person.phone === phone) || (mail && person.mail === mail),
  )
  return isMember ? {} : { [phone ? 'owner_phone' : 'owner_mail']: { from: '', to: phone ?? mail } }
}

async function planOwners(world: World, rows: readonly Values[]): Promise<ChangeWrites[]> {
  const owners = rows.flatMap(ownerOf)
  const planned = (await planMembers(world, owners)).values()
  return rows.map((row) => (ownerOf(row).length > 0 && planned.next().value) || (() => []))
}

function ownerOf(values: Values) {
  const { code, owner_phone: phone, owner_mail: mail, owner_name: name = values.name_zh } = values
  const owner = {
    customerId: customerIdOfCode(code),
    name,
    phone,
    mail,
    role: 'owner',
    isQuiet: true,
  } as const
  return phone || mail ? [owner] : []
}
