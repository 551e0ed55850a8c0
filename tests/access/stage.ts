import { randomUUID } from 'node:crypto'
import { allowInsecureRequests, Configuration } from 'openid-client'
import { addContact } from '#identity'
import { placeOrder } from '#orders'
import { type Actor, markOf } from '#platform/actor'
import type { Table } from '#platform/storage/dynamo-table'
import type { Write } from '#platform/storage/write'
import { askForChange } from '#requests'
import type { CustomerId, CycleId, ImportId, OrderId, PersonId, ProductId, RequestId } from '#shared/ids'
import type { ImportKind } from '#shared/import-words'
import type { MemberRole, StaffRole } from '#shared/roles'
import type { Instant } from '#shared/time'
import type { UnitPath } from '#shared/unit-path'
import { runDue } from '../../functions/entry/schedule.ts'
import { startExport } from '../../functions/exports/start-export.ts'
import { readHead } from '../../functions/imports/read-head.ts'
import { importFileKey, startImport } from '../../functions/imports/start-import.ts'
import { confirmImport, startPreview } from '../../functions/imports/start-phase.ts'
import { startArchive } from '../../functions/records/archive-customer.ts'
import { withdrawRequest } from '../../functions/requests/decide-request.ts'
import { storedRequests } from '../../functions/requests/request-store.ts'
import { aCompany, aCustomer, aCycle, aMember, someProducts, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

export const OWN_UNIT: UnitPath = 'hq/53/5301'
export const SIBLING_UNIT: UnitPath = 'hq/53/5302'
export const FOREIGN_UNIT: UnitPath = 'hq/44'

export type Side = 'own' | 'foreign'

/** A company with one shop in the actor's unit and one in a sibling unit, each with members. */
export type Stage = {
  world: FakeWorld
  cycleId: CycleId
  product: ProductId
  customers: Record<Side, CustomerId>
  memberOf(customerId: CustomerId, role: MemberRole): Promise<PersonId>
  staffWith(role: StaffRole, unitPath: UnitPath): Promise<PersonId>
  newOrder(customerId: CustomerId): Promise<{ orderId: OrderId; version: number }>
  newOrderByDesk(customerId: CustomerId): Promise<{ orderId: OrderId; version: number }>
  newImport(state?: 'waiting' | 'read' | 'previewed' | 'applied', kind?: ImportKind): Promise<ImportId>
  newExport(actorId: string): Promise<string>
  newContact(customerId: CustomerId): Promise<PersonId>
  newRequest(customerId: CustomerId): Promise<RequestId>
  withdrawAll(customerId: CustomerId): Promise<void>
  newArchive(actorId: string, customerId: CustomerId): Promise<string>
}

const tester = { kind: 'system', name: 'tests' } as const

export async function openStage(now?: Instant): Promise<Stage> {
  const world = await aWorld({ now })
  await aCompany(world, { oneOrderACycle: false })
  const cycleId = await aCycle(world)
  const [product] = await someProducts(world, [{ code: 'P-1' }])
  if (!product) throw new Error('No product')
  const own = await aCustomer(world, 'own', { unitPath: OWN_UNIT })
  const foreign = await aCustomer(world, 'foreign', { unitPath: SIBLING_UNIT })
  const { issuer, clientId } = world.config.signIn
  const metadata = { issuer, authorization_endpoint: `${issuer}/auth`, jwks_uri: `${issuer}/jwks` }
  await world.remember(`issuer ${issuer}`, async () => {
    const configuration = new Configuration(metadata, clientId)
    allowInsecureRequests(configuration)
    return configuration
  })
  const people = new Map<string, Promise<PersonId>>()
  const once = (name: string, make: () => Promise<PersonId>) => {
    const known = people.get(name) ?? make()
    people.set(name, known)
    return known
  }
  const orderBy = async (actor: Actor, customerId: CustomerId) => {
    const input = { customerId, cycleId, lines: [{ productId: product, quantity: 1 }] }
    const key = randomUUID()
    const { order } = await placeOrder(world, actor, input, { key, fingerprint: key })
    return { orderId: order.orderId, version: order.version }
  }
  return {
    world,
    cycleId,
    product,
    customers: { own, foreign },
    memberOf: (customerId, role) => once(`${customerId} ${role}`, () => aMember(world, customerId, role)),
    staffWith: (role, unitPath) => once(`${role} ${unitPath}`, () => someStaff(world, [{ role, unitPath }])),
    newOrder: (customerId) => orderBy(tester, customerId),
    newOrderByDesk: async (customerId) => {
      const personId = await someStaff(world, [{ role: 'order-desk', unitPath: 'hq' }])
      return orderBy({ kind: 'staff', personId, grants: [], sessionKey: '' }, customerId)
    },
    newExport: async (actorId) => {
      const key = randomUUID()
      const actor = { kind: 'client', clientId: actorId, scopes: [] } as const
      const input = { kind: 'orders', format: 'csv', language: 'zh', subtrees: [OWN_UNIT] } as const
      return (await startExport(world, actor, input, { key, fingerprint: key })).jobId
    },
    newContact: async (customerId) => {
      const contact = { customerId, name: '联系人', receivesDeliveries: false }
      return (await addContact(world, tester, contact, randomUUID())).personId
    },
    newRequest: async (customerId) => {
      await withdrawOpen(world, customerId)
      const personId = await once(`${customerId} owner`, () => aMember(world, customerId, 'owner'))
      const change = { kind: 'addresses', addresses: [{ text: '人民路 1 号', isMain: true }] } as const
      const key = randomUUID()
      const asked = { customerId, personId, change: { ...change, addresses: [...change.addresses] } }
      return (await askForChange(world, tester, asked, { key, fingerprint: key })).requestId
    },
    withdrawAll: (customerId) => withdrawOpen(world, customerId),
    newArchive: async (actorId, customerId) => {
      const key = randomUUID()
      const actor = { kind: 'client', clientId: actorId, scopes: [] } as const
      return (await startArchive(world, actor, customerId, { key, fingerprint: key })).jobId
    },
    newImport: async (state = 'previewed', kind = 'products') => {
      const key = randomUUID()
      const input = { kind, fileName: `${markOf(tester).id}.csv` }
      const { import: begun } = await startImport(world, tester, input, { key, fingerprint: key })
      const { importId } = begun
      // A heading that each kind can read; what a row is worth is not judged here.
      const file = `code,name_zh,cycle,product\nN-${key.slice(0, 8)},新,,\n`
      await world.files.write(importFileKey(importId), file, 'text/csv')
      if (state === 'waiting') return importId
      await readHead(world, tester, importId)
      if (state === 'read') return importId
      await startPreview(world, tester, importId)
      await runDue(world)
      if (state === 'previewed') return importId
      await confirmImport(world, tester, importId)
      await runDue(world)
      return importId
    },
  }
}

async function withdrawOpen(world: FakeWorld, customerId: CustomerId): Promise<void> {
  for (const { requestId, state } of await storedRequests(world.table, customerId))
    if (state === 'asked') await withdrawRequest(world, tester, { customerId, requestId })
}

function isKeptAnswer(write: Write): boolean {
  return 'put' in write && String(write.put.pk).startsWith('ONCE#')
}

/** Lets a test see whether a request wrote: every write of the product goes through `commit`. */
export function watchWrites(world: FakeWorld): { count(): number } {
  let count = 0
  const watched = (table: Table): Table => ({
    ...table,
    metered: () => watched(table.metered()),
    commit: (writes, proof) => {
      // An answer that is kept for its key is no change.
      if (!writes.every(isKeptAnswer)) count += 1
      return table.commit(writes, proof)
    },
  })
  world.table = watched(world.table)
  return { count: () => count }
}
