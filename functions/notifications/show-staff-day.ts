import { importKindsOf, importsToConfirm } from '#imports'
import { listObjections } from '#objections'
import { countOddities } from '#oddities'
import type { Staff } from '#platform/actor'
import type { World } from '#platform/world'
import { listRequests } from '#requests'
import type { StaffDay } from '#shared/notifications'
import type { Obligation } from '#shared/obligations'
import { whoMay } from '#shared/rights'
import type { StaffRole } from '#shared/roles'
import { isWithinUnit, isWithinUnits, type UnitPath } from '#shared/unit-path'
import { listFailed } from './list-sent.ts'
import { byTimeLeft } from './show-shop-day.ts'

const MOST_COUNTED = 100

type Asked = { staff: Staff; subtrees: readonly UnitPath[] }

/** What waits for a member of staff within some units: each count goes with the list that it counts. */
export async function showStaffDay(world: World, asked: Asked): Promise<StaffDay> {
  const due = await Promise.all([
    requestsWaiting(world, asked),
    objectionsOpen(world, asked),
    messagesFailed(world, asked),
    importsWaiting(world, asked),
    odditiesOpen(world, asked),
  ])
  return { items: byTimeLeft(due.flat()), now: world.clock.now() }
}

async function requestsWaiting(world: World, asked: Asked): Promise<Obligation[]> {
  const subtrees = unitsAs(asked, whoMay.decideRequests.staff)
  if (subtrees.length === 0) return []
  const page = { state: 'asked', subtrees, limit: MOST_COUNTED } as const
  const { items, nextCursor } = await listRequests(world, asked.staff.personId, page)
  return counted('requests-waiting', items.length, nextCursor !== undefined, 'staff/requests/')
}

async function objectionsOpen(world: World, asked: Asked): Promise<Obligation[]> {
  const subtrees = unitsAs(asked, whoMay.settleObjections.staff)
  if (subtrees.length === 0) return []
  const page = { state: 'raised', subtrees, limit: MOST_COUNTED } as const
  const { items, nextCursor } = await listObjections(world, asked.staff.personId, page)
  const [only] = items
  const to = items.length === 1 && only ? `orders/${only.orderId}/` : 'staff/desk/#objections'
  return counted('objections-open', items.length, nextCursor !== undefined, to)
}

async function messagesFailed(world: World, asked: Asked): Promise<Obligation[]> {
  const subtrees = unitsAs(asked, whoMay.readSendLog.staff)
  if (subtrees.length === 0) return []
  const { items, isMore } = await listFailed(world, subtrees, 'zh')
  return counted('messages-failed', items.length, isMore, 'staff/messages/?show=failed')
}

async function importsWaiting(world: World, asked: Asked): Promise<Obligation[]> {
  const kinds = importKindsOf(asked.staff)
  if (kinds.length === 0) return []
  const { importIds, isMore } = await importsToConfirm(world, kinds, MOST_COUNTED)
  const [only] = importIds
  const to = importIds.length === 1 && only ? `staff/imports/${only}/` : 'staff/imports/'
  return counted('imports-waiting', importIds.length, isMore, to)
}

async function odditiesOpen(world: World, asked: Asked): Promise<Obligation[]> {
  const subtrees = unitsAs(asked, whoMay.seeOddities.staff)
  if (subtrees.length === 0) return []
  const { open } = await countOddities(world, { subtrees })
  return counted('oddities-open', open, false, 'staff/oddities/?state=open')
}

function counted(kind: Obligation['kind'], count: number, isMore: boolean, to: string): Obligation[] {
  return count === 0 ? [] : [{ kind, id: kind, facts: { count, isMore }, to }]
}

/** The outermost of the units asked about in which someone has one of these roles. */
function unitsAs({ staff, subtrees }: Asked, roles: readonly StaffRole[]): UnitPath[] {
  const own = staff.grants.filter(({ role }) => roles.includes(role)).map(({ unitPath }) => unitPath)
  const within = subtrees.filter((path) => isWithinUnits(path, own))
  const below = own.filter((path) => isWithinUnits(path, subtrees))
  const all = [...new Set([...within, ...below])]
  return all.filter((path) => !all.some((other) => other !== path && isWithinUnit(path, other)))
}
