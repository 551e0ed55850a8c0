import { type CustomerRecord, customersWithIds, getCompany } from '#accounts'
import { namesOfPeople } from '#identity'
import { type Actor, markOf } from '#platform/actor'
import type { Item } from '#platform/storage/item-kind'
import { type PlacePage, pageThrough } from '#platform/storage/page-through'
import type { World } from '#platform/world'
import type { CustomerId, CycleId } from '#shared/ids'
import type { Oddity, OddityFilter } from '#shared/oddities'
import type { Page, PageQuery } from '#shared/paging'
import { whoMay } from '#shared/rights'
import type { StaffRole } from '#shared/roles'
import { isWithinUnits, type UnitPath } from '#shared/unit-path'
import { type OddityPlace, odditiesAt, oddityPlaces, type StoredOddity } from './oddity-store.ts'

const PLACES_A_READ = 200

type Asked = PageQuery & OddityFilter & { cycleId: CycleId; subtrees: readonly UnitPath[] }
type Place = OddityFilter & { cycleId: CycleId; unitPath: UnitPath }

/** A page of the shops under the given subtrees that are worth a look in a cycle, by unit. */
export async function listOddities(world: World, actor: Actor, asked: Asked): Promise<Page<Oddity>> {
  const { cycleId, subtrees, kind, state, ...page } = asked
  const question = `oddities ${markOf(actor).id} ${cycleId} ${subtrees.join(' ')} ${kind} ${state}`
  const places = subtrees.map((unitPath) => ({ cycleId, unitPath, kind, state }))
  const { items, ...rest } = await pageThrough(
    places,
    { ...page, question, secret: world.config.secret },
    (place, limit, after) => nextOddities(world, place, limit, after),
  )
  return { ...rest, items: await viewsOf(world, actor, items) }
}

async function nextOddities(
  world: World,
  { cycleId, unitPath, kind, state }: Place,
  limit: number,
  from: Item | undefined,
): Promise<PlacePage<StoredOddity>> {
  const chosen: OddityPlace[] = []
  let after = from
  do {
    const { places, last } = await oddityPlaces(world.table, cycleId, unitPath, PLACES_A_READ, after)
    const fitting = places.filter(
      (place) => (!kind || place.kinds.includes(kind)) && (!state || (place.state ?? 'open') === state),
    )
    const isMore = chosen.length + fitting.length > limit
    chosen.push(...fitting.slice(0, limit - chosen.length))
    after = isMore || (last && chosen.length === limit) ? chosen.at(-1)?.position : last
  } while (after && chosen.length < limit)
  return { found: await odditiesAt(world.table, chosen), last: after }
}

/** Oddities as who asks may see them: other shops are named where they lie within the asker's own units. */
export async function viewsOf(
  world: World,
  actor: Actor,
  oddities: readonly StoredOddity[],
): Promise<Oddity[]> {
  const { currency } = await getCompany(world)
  const named = oddities.flatMap(({ customerId, identical, device }) => [
    ...[customerId, ...(identical?.peers ?? []), ...(device?.peers ?? [])],
  ])
  const customerIds = [...new Set(named)]
  const found = await customersWithIds(world.table, customerIds)
  const customers = new Map(customerIds.map((customerId, at) => [customerId, found[at]] as const))
  const names = await namesOfPeople(
    world,
    oddities.flatMap(({ review }) => review?.by ?? []),
  )
  const peersOf = peersWithin(unitsOf(actor), customers)
  return oddities.flatMap(({ identical, device, late, swing, review, ...oddity }): Oddity[] => {
    const customer = customers.get(oddity.customerId)
    if (!customer) return []
    return [
      {
        ...oddity,
        ...{ customerName: customer.name, number: customer.number, currency },
        evidence: {
          ...(identical && { identical: { ...identical, peers: peersOf(identical.peers) } }),
          ...(device && { device: { ...device, peers: peersOf(device.peers) } }),
          ...{ late, swing },
        },
        ...(review && { review: { ...review, by: names.get(review.by) ?? '' } }),
      },
    ]
  })
}

function unitsOf(actor: Actor): readonly UnitPath[] {
  if (actor.kind !== 'staff') return []
  const roles: readonly StaffRole[] = whoMay.seeOddities.staff
  return actor.grants.filter(({ role }) => roles.includes(role)).map(({ unitPath }) => unitPath)
}

function peersWithin(
  units: readonly UnitPath[],
  customers: ReadonlyMap<CustomerId, CustomerRecord | undefined>,
) {
  return (peers: readonly CustomerId[]) =>
    peers.flatMap((customerId) => {
      const peer = customers.get(customerId)
      return peer && isWithinUnits(peer.unitPath, units) ? [{ customerId, name: peer.name }] : []
    })
}
