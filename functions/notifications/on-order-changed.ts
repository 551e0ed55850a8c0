import * as z from 'zod'
import { objectionsUntil } from '#objections'
import { changedLines, orderInShort } from '#orders'
import type { Reaction } from '#platform/events/deliver-events'
import { isId } from '#shared/ids'
import { linesInWords, momentWords, moneyWords } from './fact-words.ts'
import { orderTold } from './order-told.ts'
import { noticeOf, tellPeople } from './tell-people.ts'

const FromTo = z.object({ from: z.number(), to: z.number() })
/** What the events of an order's change and of its cancellation say. */
const OnBehalf = z.object({ isOnBehalf: z.literal(true), version: FromTo, total: FromTo })

/** Tells the owners of a shop what staff changed of its order or that they cancelled it, and until when to object. */
export const onOrderChanged: Reaction = async (world, event) => {
  const { data: change } = OnBehalf.safeParse(event.change)
  const { orderId } = event.about
  if (!change || !isId('order', orderId)) return
  const [told, order] = await Promise.all([orderTold(world, event), orderInShort(world, orderId)])
  if (!told || !order) return
  const { timeZone, currency, rest } = told
  const until = momentWords(await objectionsUntil(world, order), timeZone)
  const isCancelled = event.type === 'order.cancelled'
  const total = moneyWords(isCancelled ? change.total.from : change.total.to, currency)
  const facts = { ...told.facts, total, until }
  if (isCancelled) return tellPeople(world, event, noticeOf('order-cancelled-on-behalf', facts, rest))
  const lines = await changedLines(world, orderId, change.version)
  const said = linesInWords(lines, { zh: '改动：', en: 'Changed: ' })
  await tellPeople(world, event, noticeOf('order-changed-on-behalf', { ...facts, changes: said }, rest))
}
