import { objectionsUntil } from '#objections'
import { orderInShort, orderSummary } from '#orders'
import type { Reaction } from '#platform/events/deliver-events'
import type { World } from '#platform/world'
import { isId } from '#shared/ids'
import { linesInWords, momentWords } from './fact-words.ts'
import { orderTold } from './order-told.ts'
import { noticeOf, tellPeople } from './tell-people.ts'

/** Tells the owners of a shop what the company's staff ordered in its name, what of it was cut, and how to object. */
export const onOrderPlaced: Reaction = async (world, event) => {
  if (!event.change.isOnBehalf) return
  const told = await orderTold(world, event)
  if (!told) return
  const summary = await summaryOf(world, event.about.orderId, told.timeZone)
  await tellPeople(world, event, noticeOf('order-on-behalf', { ...told.facts, ...summary }, told.rest))
}

async function summaryOf(world: World, orderId: unknown, timeZone: string) {
  const order = isId('order', orderId) ? await orderInShort(world, orderId) : undefined
  if (!order || !isId('order', orderId)) return { lines: '', cut: '', until: '—' }
  const [{ lineCount, cut }, until] = await Promise.all([
    orderSummary(world, orderId),
    objectionsUntil(world, order),
  ])
  const short = cut.map(({ name, wanted, quantity }) => ({ name, from: wanted, to: quantity }))
  const said = linesInWords(short, { zh: '减量：', en: 'Cut: ' })
  return { lines: String(lineCount), cut: said, until: momentWords(until, timeZone) }
}
