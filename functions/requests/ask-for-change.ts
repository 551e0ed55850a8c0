import { numberedAddresses, storedCustomer } from '#accounts'
import { personOfContact } from '#identity'
import type { Actor } from '#platform/actor'
import { recordChange } from '#platform/audit/record-change'
import { derivedId } from '#platform/new-id'
import type { Once } from '#platform/once'
import { Refused, type Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { CustomerId, PersonId, RequestId } from '#shared/ids'
import { Problem } from '#shared/problems'
import type { AskForChange, Wanted } from '#shared/requests'
import { takeUpload } from './licence-file.ts'
import { askWrites, type RequestRecord, requestKey, storedRequest } from './request-store.ts'

type Asked = { customerId: CustomerId; personId: PersonId; change: AskForChange }

/** Asks for a change of a customer's own record; the same key again answers the request there is. One of each kind may
 * be open. Throws `requests.already_open`, `requests.file_missing`, `requests.file_unfit`, `request.key_reused`. */
export async function askForChange(
  world: World,
  actor: Actor,
  { customerId, personId, change }: Asked,
  once: Once,
): Promise<RequestRecord> {
  const requestId = derivedId('request', customerId, once.key)
  const known = await storedRequest(world.table, customerId, requestId)
  if (known) return sameRequest(known, once)
  const customer = (await storedCustomer(world.table, customerId, { isStrong: true }))?.customer
  if (!customer) throw new Problem('accounts.customer_not_found')
  const { wanted, writes } = await wantedOf(world, { customerId, requestId, change }, customer.addresses)
  const request: RequestRecord = {
    ...{ requestId, customerId, unitPath: customer.unitPath, state: 'asked', wanted },
    ...{ askedBy: personId, askedAt: world.clock.now(), asked: once.fingerprint },
  }
  const event = recordChange(world, actor, {
    type: 'request.asked',
    subject: requestKey(request),
    about: { customerId, requestId, askedBy: personId },
    change: { kind: change.kind, state: { from: null, to: 'asked' }, version: { from: 0, to: 1 } },
  })
  try {
    await world.table.commit([...askWrites(request), ...writes, event], event)
    return request
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
  const stored = await storedRequest(world.table, customerId, requestId)
  return sameRequest(stored, once)
}

function sameRequest(known: RequestRecord | undefined, once: Once): RequestRecord {
  if (known?.asked !== once.fingerprint) throw new Problem('request.key_reused')
  return known
}

async function wantedOf(
  world: World,
  { customerId, requestId, change }: { customerId: CustomerId; requestId: RequestId; change: AskForChange },
  addresses: Parameters<typeof numberedAddresses>[1],
): Promise<{ wanted: Wanted; writes: readonly Write[] }> {
  if (change.kind === 'addresses') {
    const wanted = { kind: change.kind, addresses: numberedAddresses(change.addresses, addresses) }
    return { wanted, writes: [] }
  }
  if (change.kind === 'licence') {
    const { kind, licence, uploadId } = change
    const fileKey = await takeUpload(world, { customerId, requestId, uploadId })
    return { wanted: { kind, licence, fileKey }, writes: [] }
  }
  // Who a person is lies in their own item from the first moment; the request holds the id.
  const { contact } = change
  const { personId, writes } = await personOfContact(world, { ...contact, customerId }, requestId)
  const { title, receivesDeliveries } = contact
  const isKnown = writes.length === 0
  return {
    wanted: { kind: 'contact', personId, title, receivesDeliveries, ...(isKnown && { isKnown }) },
    writes,
  }
}
