import { stringify } from 'csv-stringify/sync'
import { strToU8, zipSync } from 'fflate'
import { customerKey, fieldsOf, storedCustomer } from '#accounts'
import { approvalsOfCustomer } from '#approvals'
import { listContacts, listMembers, namesOfPeople } from '#identity'
import { allMessagesOfCustomer } from '#notifications'
import { getBasket, wholeOrders } from '#orders'
import { doersOf, historyEntries } from '#platform/audit/history-entries'
import { eventsOf } from '#platform/events/event-store'
import type { World } from '#platform/world'
import { requestsOfCustomer } from '#requests'
import { allGroups, cutChange, groupsOfMembers } from '#shared/customer-cuts'
import type { CustomerId } from '#shared/ids'
import type { Order } from '#shared/orders'
import { Problem } from '#shared/problems'

type Asked = { customerId: CustomerId; isForMember: boolean }

/** One zip of all that is known of a customer: each part as JSON, and as CSV where it is a list. What staff note among
 * themselves is left out of what a customer's own people get. `tell` hears how many things were gathered. */
export async function archiveOf(
  world: World,
  { customerId, isForMember }: Asked,
  tell: (found: number) => Promise<void>,
): Promise<Uint8Array> {
  const seen = isForMember ? groupsOfMembers : allGroups
  const state = await storedCustomer(world.table, customerId, { isStrong: true })
  if (!state) throw new Problem('accounts.customer_not_found')
  const { reserved, running } = state.account
  const [members, contacts, basket, requests, approvals, messages, history] = await Promise.all([
    listMembers(world, customerId),
    listContacts(world, customerId),
    getBasket(world, customerId),
    requestsOfCustomer(world, customerId, isForMember ? 'member' : 'company'),
    approvalsOfCustomer(world.table, customerId),
    allMessagesOfCustomer(world, customerId, 'zh'),
    historyOf(world, customerId),
  ])
  const orders: Order[] = []
  for await (const page of wholeOrders(world, customerId)) {
    orders.push(...page)
    await tell(page.length)
  }
  const { addresses } = state.customer
  const lines = orders.flatMap(({ number, lines }) => lines.map((line) => ({ order: number, ...line })))
  return zipped({
    customer: { ...cutChange(fieldsOf(state), seen), reserved, running },
    addresses,
    people: [
      ...members.map((member) => ({ ...member, kind: 'member' })),
      ...contacts.map((contact) => ({ ...contact, kind: 'contact' })),
    ],
    orders: orders.map(({ lines: _, ...head }) => head),
    lines,
    basket,
    requests,
    approvals: approvals.map(({ asked: _, ...approval }) => approval),
    messages,
    history: history.map((entry) => ({ ...entry, change: cutChange(entry.change, seen) })),
  })
}

async function historyOf(world: World, customerId: CustomerId) {
  const events = await eventsOf(world.table, customerKey(customerId))
  const names = await namesOfPeople(world, doersOf(events))
  return historyEntries(events, names)
}

function zipped(parts: Readonly<Record<string, object>>): Uint8Array {
  const files = Object.entries(parts).flatMap(([name, part]) => [
    [`${name}.json`, strToU8(JSON.stringify(part, null, 2))] as const,
    ...(Array.isArray(part) ? [[`${name}.csv`, strToU8(csvOf(part))] as const] : []),
  ])
  return zipSync(Object.fromEntries(files))
}

/** A cell that starts like a formula gets an apostrophe, so that no spreadsheet program runs it. */
function csvOf(rows: readonly object[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cells = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, value]) => [column, cellOf(value)])),
  )
  return stringify(cells, { bom: true, header: true, columns, escape_formulas: true })
}

function cellOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
}
