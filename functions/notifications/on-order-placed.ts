import { objectionsUntil } from '#objections'
import { type CutLine, orderInShort, orderSummary } from '#orders'
import type { Reaction } from '#platform/events/deliver-events'
import type { World } from '#platform/world'
import { isId } from '#shared/ids'
import type { Text } from '#shared/languages'
import { momentWords } from './fact-words.ts'
import { orderTold } from './order-told.ts'
import { noticeOf, tellPeople } from './tell-people.ts'

/** An SMS has room for so many names. */
const MOST_NAMED = 3

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
  return { lines: String(lineCount), cut: cutWords(cut), until: momentWords(until, timeZone) }
}

/** What stands below what was wanted; nothing when all was to be had. */
function cutWords(cut: readonly CutLine[]): Text | string {
  if (cut.length === 0) return ''
  const said = (language: 'zh' | 'en') =>
    cut
      .slice(0, MOST_NAMED)
      .map(({ name, wanted, quantity }) => `${name[language]} ${wanted}→${quantity}`)
      .join(language === 'zh' ? '、' : ', ')
  const more = cut.length > MOST_NAMED
  return { zh: `减量：${said('zh')}${more ? '等' : ''}。`, en: `Cut: ${said('en')}${more ? ' …' : ''}. ` }
}
