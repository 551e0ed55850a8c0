import { type CustomerState, customersWithIds, storedCustomer } from '#accounts'
import { namesOfPeople, storedPeople } from '#identity'
import { pageThrough } from '#platform/storage/page-through'
import type { World } from '#platform/world'
import type { CustomerId, RequestId } from '#shared/ids'
import type { Page, PageQuery } from '#shared/paging'
import { Problem } from '#shared/problems'
import type { ChangeRequest, RequestQuery, UnitRequest, Wanted } from '#shared/requests'
import { isWithinUnits, type UnitPath } from '#shared/unit-path'
import {
  cardOf,
  type RequestRecord,
  requestsOfUnits,
  storedRequest,
  storedRequests,
} from './request-store.ts'

const FILE_SECONDS = 600

/** For whom a request is written out. */
export type Reader = 'member' | 'company'

/** A request with what it asks, how the customer stands now, and where its picture is for the next ten minutes. */
export async function showRequest(
  world: World,
  { customerId, requestId }: { customerId: CustomerId; requestId: RequestId },
  reader: Reader,
): Promise<ChangeRequest> {
  const request = await storedRequest(world.table, customerId, requestId)
  const state = await storedCustomer(world.table, customerId, { isStrong: true })
  if (!request || !state) throw new Problem('requests.request_not_found')
  return viewOf(world, request, state, reader)
}

/** All that a customer ever asked for. */
export async function requestsOfCustomer(
  world: World,
  customerId: CustomerId,
  reader: Reader,
): Promise<ChangeRequest[]> {
  const state = await storedCustomer(world.table, customerId, { isStrong: true })
  if (!state) throw new Problem('accounts.customer_not_found')
  const requests = await storedRequests(world.table, customerId)
  return Promise.all(requests.map((request) => viewOf(world, request, state, reader)))
}

/** Where the pictures of licences lie that a customer sent in, by request. */
export async function licencePictures(
  world: World,
  customerId: CustomerId,
): Promise<Array<{ requestId: RequestId; fileKey: string }>> {
  const requests = await storedRequests(world.table, customerId)
  return requests.flatMap(({ requestId, wanted }) =>
    wanted.kind === 'licence' ? [{ requestId, fileKey: wanted.fileKey }] : [],
  )
}

type Asked = PageQuery & Pick<RequestQuery, 'state' | 'kind'> & { subtrees: readonly UnitPath[] }

/** A page of the requests of one state, and of one kind where one is named, from the customers under the given subtrees, by unit. */
export async function listRequests(
  world: World,
  asker: string,
  { state, kind, subtrees, ...page }: Asked,
): Promise<Page<UnitRequest>> {
  const question = `requests ${asker} ${state} ${kind ?? ''} ${subtrees.join(' ')}`
  const answer = await pageThrough(
    subtrees,
    { ...page, question, secret: world.config.secret, isNarrow: kind !== undefined },
    async (unitPath, limit, after) => {
      const { cards, last } = await requestsOfUnits(world.table, state, unitPath, limit, after)
      return { found: cards.filter((card) => kind === undefined || card.kind === kind), last }
    },
  )
  const customers = await customersWithIds(
    world.table,
    answer.items.map(({ customerId }) => customerId),
  )
  // A customer that has moved to another unit takes what it asked along.
  const items = answer.items.flatMap((card, at): UnitRequest[] => {
    const customer = customers[at]
    const isOurs = customer && isWithinUnits(customer.unitPath, subtrees)
    return isOurs ? [{ ...card, customerName: customer.name, unitPath: customer.unitPath }] : []
  })
  return { ...answer, items }
}

async function viewOf(
  world: World,
  request: RequestRecord,
  { customer }: CustomerState,
  reader: Reader,
): Promise<ChangeRequest> {
  const { wanted, askedBy, decidedBy, decidedAt, reason } = request
  const names = await namesOfPeople(world, decidedBy ? [askedBy, decidedBy] : [askedBy])
  const fileUrl =
    wanted.kind === 'licence' ? await world.files.downloadUrl(wanted.fileKey, FILE_SECONDS) : undefined
  return {
    ...cardOf(request),
    wanted: await wantedView(world, wanted, reader),
    now: nowOf(wanted, customer),
    customerVersion: customer.version ?? 0,
    askedBy: names.get(askedBy) ?? '',
    decidedBy: decidedBy && names.get(decidedBy),
    decidedAt,
    reason,
    fileUrl,
  }
}

async function wantedView(world: World, wanted: Wanted, reader: Reader): Promise<Record<string, unknown>> {
  if (wanted.kind === 'addresses') return { addresses: wanted.addresses }
  if (wanted.kind === 'licence') return { licence: wanted.licence }
  const { personId, title, receivesDeliveries, isKnown } = wanted
  if (isKnown && reader === 'member') return { title, receivesDeliveries }
  const person = (await storedPeople(world.table, [personId])).get(personId)
  return {
    personId,
    name: person?.name ?? '',
    phone: person?.phone,
    mail: person?.mail,
    title,
    receivesDeliveries,
  }
}

function nowOf(wanted: Wanted, customer: CustomerState['customer']): Record<string, unknown> | undefined {
  if (wanted.kind === 'addresses') return { addresses: customer.addresses }
  return wanted.kind === 'licence' ? { licence: customer.licence } : undefined
}
