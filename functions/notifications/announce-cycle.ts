import { customersOfUnits, getCompany } from '#accounts'
import type { Job } from '#platform/jobs/job-store'
import type { RunJob } from '#platform/jobs/run-jobs'
import type { Item } from '#platform/storage/item-kind'
import type { World } from '#platform/world'
import { type CustomerId, isId } from '#shared/ids'
import { instantOf } from '#shared/time'
import { dayWords, momentWords, movedDayWords } from './fact-words.ts'
import { type Notice, noticeOf, type Told, tellPeople } from './tell-people.ts'
import { type ShopTold, shopTold } from './who-is-told.ts'

/** The kind of the job that announces a changed window. */
export const ANNOUNCEMENT = 'cycle-announcement'
const PAGE = 25

/** Tells every shop of a batch that its window has moved. A successor begins anew: who was told is not told again. */
export const announceCycle: RunJob = async (world, job, keep) => {
  const { batch, eventId, at } = job.input
  if (!isId('event', eventId)) return
  const { timeZone } = await getCompany(world)
  const told: Told = { id: eventId, at: instantOf(Date.parse(at ?? '')) }
  let done = 0
  let after: Item | undefined
  do {
    const page = await customersOfUnits(world.table, '', PAGE, after)
    const ours = page.cards.filter((card) => card.batch === batch)
    await Promise.all(
      ours.map(({ customerId }) => announceTo(world, told, customerId, noticeFor(job.input, timeZone))),
    )
    done += ours.length
    after = page.last
    await keep({ done, total: 0 })
  } while (after)
}

/** What a shop is told: the new times of its window, or that this one is no more. */
function noticeFor(
  { type, opensAt = '', closesAt = '', wasAt = closesAt, reason = '', ...days }: Job['input'],
  timeZone: string,
) {
  const [closes, was] = [momentWords(closesAt, timeZone), momentWords(wasAt, timeZone)]
  return ({ shop, personIds, customerId }: ShopTold): Notice => {
    const rest = { personIds, customerId, to: 'order/' }
    if (type === 'cycle.rolled') return noticeOf('cycle-rolled', { shop, closes, reason }, rest)
    const opens = momentWords(opensAt, timeZone)
    const facts = { shop, day: daysInWords(days), was, opens, closes, reason }
    return noticeOf('cycle-changed', facts, rest)
  }
}

function daysInWords({ day, movedTo }: Job['input']) {
  if (!day) return ''
  return movedTo ? movedDayWords(day, movedTo) : dayWords(day)
}

async function announceTo(
  world: World,
  told: Told,
  customerId: CustomerId,
  noticeTo: (shop: ShopTold) => Notice,
): Promise<void> {
  const shop = await shopTold(world, customerId, ['owner', 'buyer'])
  if (shop) await tellPeople(world, told, noticeTo(shop))
}
