import { getCompany } from '#accounts'
import { membersOfCustomer } from '#identity'
import type { Actor } from '#platform/actor'
import { planChange, refuseOtherVersion } from '#platform/audit/plan-change'
import type { World } from '#platform/world'
import { bareId, type CustomerId, idOf } from '#shared/ids'
import { Problem } from '#shared/problems'
import type { BuyerSettings, SaveBuyerSettings } from '#shared/spending'
import {
  buyerSettingsKey,
  buyerSettingsWrite,
  type StoredSettings,
  storedBuyerSettings,
} from './buyer-settings-store.ts'

/** What holds for the buyers of a shop. */
export async function getBuyerSettings(world: World, customerId: CustomerId): Promise<BuyerSettings> {
  return viewOf(world, customerId, await storedBuyerSettings(world.table, customerId))
}

/** What history shows of it, with its version. */
export async function toldOfBuyerSettings(
  world: World,
  customerId: CustomerId,
): Promise<Record<string, unknown>> {
  const stored = await storedBuyerSettings(world.table, customerId)
  return { ...fieldsOf(stored), version: stored.version }
}

/** Settles what buyers may order on their own; orders that were placed already count towards a new limit. Throws
 * `identity.membership_not_found` for a limit of who is no member, `request.changed_meanwhile`. */
export async function saveBuyerSettings(
  world: World,
  actor: Actor,
  input: SaveBuyerSettings & { customerId: CustomerId; baseVersion: number },
): Promise<BuyerSettings> {
  const { customerId, baseVersion, approval } = input
  const before = await storedBuyerSettings(world.table, customerId)
  refuseOtherVersion(before.version, baseVersion)
  const members = new Set((await membersOfCustomer(world.table, customerId)).map(({ personId }) => personId))
  const limits = input.limits.map(({ personId, amount, period }) => {
    const isKnown = members.has(personId) || before.limits[bareId(personId)] !== undefined
    if (!isKnown) throw new Problem('identity.membership_not_found')
    return [bareId(personId), { amount, period }] as const
  })
  const after = { approval, limits: Object.fromEntries(limits) }
  const planned = planChange(world, {
    type: 'buyers.settled',
    subject: buyerSettingsKey(customerId),
    about: { customerId },
    before: fieldsOf(before),
    after: fieldsOf(after),
    version: before.version,
    writes: (version) => [buyerSettingsWrite(customerId, { ...after, version })],
  })
  await planned.commit(actor)
  return viewOf(world, customerId, { ...after, version: planned.version })
}

/** One field for each person, so that history says whose limit went from what to what. */
function fieldsOf({ approval, limits }: Pick<StoredSettings, 'approval' | 'limits'>): object {
  const ofPeople = Object.entries(limits).map(([bare, limit]) => [`limitOf ${idOf('person', bare)}`, limit])
  return { approval, ...Object.fromEntries(ofPeople) }
}

async function viewOf(
  world: World,
  customerId: CustomerId,
  { version, approval, limits }: StoredSettings,
): Promise<BuyerSettings> {
  const { currency } = await getCompany(world)
  const items = Object.entries(limits).map(([bare, limit]) => ({ personId: idOf('person', bare), ...limit }))
  return { customerId, version, approval, currency, limits: items }
}
