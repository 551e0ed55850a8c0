import { customerKey, fieldsOf, storedCustomer } from '#accounts'
import { approvalsOfCustomer } from '#approvals'
import { getAgreement } from '#catalogue'
import { getBasket, getOrderLists, getStandingDraft, getStock } from '#drafts'
import { listContacts, listMembers, namesOfPeople } from '#identity'
import { allMessagesOfCustomer } from '#notifications'
import { objectionsOfCustomer } from '#objections'
import { earlierVersions, getBuyerSettings, wholeOrders } from '#orders'
import { doersOf, historyEntries } from '#platform/audit/history-entries'
import { eventsOf } from '#platform/events/event-store'
import type { World } from '#platform/world'
import { licencePictures, requestsOfCustomer } from '#requests'
import { allGroups, cutChange, groupsOfMembers } from '#shared/customer-cuts'
import type { CustomerId } from '#shared/ids'
import type { Order } from '#shared/orders'
import { Problem } from '#shared/problems'
import { type ArchivePart, archiveBytes, type Rows } from './write-archive.ts'

type Asked = { customerId: CustomerId; isForMember: boolean }
type Tell = (found: number) => Promise<void>

/** The bytes of one zip of all that is known of a customer: each part as JSON, and as CSV where it is a list. What staff
 * note among themselves is left out of what a customer's own people get. `tell` hears how many orders were gathered. */
export function archiveOf(world: World, asked: Asked, tell: Tell): AsyncIterable<Uint8Array> {
  return archiveBytes([
    ...partsOfRecord(world, asked),
    ...partsOfPeople(world, asked),
    ...partsOfOrders(world, asked, tell),
    ...partsOfDrafts(world, asked),
  ])
}

function partsOfRecord(world: World, { customerId, isForMember }: Asked): ArchivePart[] {
  const seen = isForMember ? groupsOfMembers : allGroups
  const stateNow = async () => {
    const state = await storedCustomer(world.table, customerId, { isStrong: true })
    if (!state) throw new Problem('accounts.customer_not_found')
    return state
  }
  const customer = async () => {
    const state = await stateNow()
    const { reserved, running } = state.account
    return { ...cutChange(fieldsOf(state), seen), reserved, running }
  }
  const history = async () =>
    (await historyOf(world, customerId)).map((entry) => ({ ...entry, change: cutChange(entry.change, seen) }))
  return [
    { name: 'customer', thing: customer },
    { name: 'addresses', rows: () => batched(async () => (await stateNow()).customer.addresses) },
    { name: 'agreement', thing: () => getAgreement(world, customerId) },
    { name: 'history', rows: () => batched(history) },
  ]
}

function partsOfPeople(world: World, { customerId, isForMember }: Asked): ArchivePart[] {
  const people = async () => [
    ...(await listMembers(world, customerId)).map((member) => ({ ...member, kind: 'member' })),
    ...(await listContacts(world, customerId)).map((contact) => ({ ...contact, kind: 'contact' })),
  ]
  const requests = async () => {
    const found = await requestsOfCustomer(world, customerId, isForMember ? 'member' : 'company')
    // An address of a file holds for minutes; the file itself lies beside.
    return found.map(({ fileUrl: _, ...request }) => request)
  }
  const approvals = async () =>
    (await approvalsOfCustomer(world.table, customerId)).map(({ asked: _, ...approval }) => approval)
  return [
    { name: 'people', rows: () => batched(people) },
    { name: 'requests', rows: () => batched(requests) },
    { files: () => picturesOf(world, customerId) },
    { name: 'approvals', rows: () => batched(approvals) },
    { name: 'objections', rows: () => batched(() => objectionsOfCustomer(world, customerId)) },
    { name: 'messages', rows: () => batched(() => allMessagesOfCustomer(world, customerId, 'zh')) },
  ]
}

function partsOfOrders(world: World, { customerId }: Asked, tell: Tell): ArchivePart[] {
  const orders = (work: (page: Order[]) => readonly object[], isCounted = false) => {
    let counts = isCounted
    return async function* (): Rows {
      const isFirst = counts
      counts = false
      for await (const page of wholeOrders(world, customerId)) {
        await tell(isFirst ? page.length : 0)
        yield work(page)
      }
    }
  }
  const heads = (page: Order[]) => page.map(({ lines: _, ...head }) => head)
  return [
    { name: 'orders', rows: orders(heads, true) },
    { name: 'lines', rows: orders((page) => page.flatMap(linesOf)) },
    { name: 'earlier-versions', rows: () => earlierVersions(world, customerId) },
  ]
}

function partsOfDrafts(world: World, { customerId }: Asked): ArchivePart[] {
  return [
    { name: 'basket', thing: () => getBasket(world, customerId) },
    { name: 'standing-draft', thing: () => getStandingDraft(world, customerId) },
    { name: 'order-lists', rows: () => batched(() => getOrderLists(world, customerId)) },
    { name: 'stock', rows: () => batched(async () => (await getStock(world, customerId)).items) },
    { name: 'buyer-settings', thing: () => getBuyerSettings(world, customerId) },
  ]
}

function linesOf({ number, lines }: Order): object[] {
  return lines.map((line) => ({ order: number, ...line }))
}

async function* picturesOf(world: World, customerId: CustomerId) {
  for (const { requestId, fileKey } of await licencePictures(world, customerId)) {
    const bytes = await world.files.read(fileKey)
    if (bytes) yield { name: `licences/${requestId}${fileKey.slice(fileKey.lastIndexOf('.'))}`, bytes }
  }
}

async function* batched(read: () => Promise<readonly object[]>): Rows {
  yield await read()
}

async function historyOf(world: World, customerId: CustomerId) {
  const events = await eventsOf(world.table, customerKey(customerId))
  const names = await namesOfPeople(world, doersOf(events))
  return historyEntries(events, names)
}
