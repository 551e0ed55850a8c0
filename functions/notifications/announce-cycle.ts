import { customersOfUnits, getCompany } from '#accounts'
import { cycleKey, readCycle } from '#calendar'
import type { RunJob } from '#platform/jobs/run-jobs'
import type { Item } from '#platform/storage/item-kind'
import type { World } from '#platform/world'
import { type CustomerId, isId } from '#shared/ids'
import { instantOf } from '#shared/time'
import { momentWords } from './fact-words.ts'
import { noticeOf, type Told, tellPeople } from './tell-people.ts'
import { shopTold } from './who-is-told.ts'

/** The kind of the job that announces a changed window. */
export const ANNOUNCEMENT = 'cycle-announcement'
const PAGE = 25

/** Tells every shop of a batch that its window has changed. A successor begins anew: who was told is not told again. */
export const announceCycle: RunJob = async (world, job, keep) => {
  const { cycleId, eventId, at, reason } = job.input
  const key = isId('cycle', cycleId) ? cycleKey(cycleId) : undefined
  const cycle = key && readCycle(await world.table.get(key, { isStrong: true }))
  if (!cycle || !isId('event', eventId)) return
  const { timeZone } = await getCompany(world)
  const [opens, closes] = [momentWords(cycle.opensAt, timeZone), momentWords(cycle.closesAt, timeZone)]
  const facts = { opens, closes, reason: String(reason ?? '') }
  const told: Told = { id: eventId, at: instantOf(Date.parse(String(at))) }
  let done = 0
  let after: Item | undefined
  do {
    const { cards, last } = await customersOfUnits(world.table, '', PAGE, after)
    const ours = cards.filter(({ batch }) => batch === cycle.batch)
    await Promise.all(ours.map(({ customerId }) => announceTo(world, told, customerId, facts)))
    done += ours.length
    after = last
    await keep({ done, total: 0 })
  } while (after)
}

type WindowFacts = {
  opens: ReturnType<typeof momentWords>
  closes: ReturnType<typeof momentWords>
  reason: string
}

async function announceTo(
  world: World,
  told: Told,
  customerId: CustomerId,
  facts: WindowFacts,
): Promise<void> {
  const shop = await shopTold(world, customerId, ['owner', 'buyer'])
  if (!shop) return
  const rest = { personIds: shop.personIds, customerId, to: 'order/' }
  await tellPeople(world, told, noticeOf('cycle-changed', { ...facts, shop: shop.shop }, rest))
}
