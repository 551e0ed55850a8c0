import { missingFunds } from '#orders'
import type { Reaction } from '#platform/events/deliver-events'
import { momentWords, moneyWords } from './fact-words.ts'
import { orderTold } from './order-told.ts'
import { noticeOf, tellPeople } from './tell-people.ts'
import { isInstant } from './window-told.ts'

/** Tells the owners what became of their order at the close: confirmed, waiting for money, or lapsed. */
export const onOrderSettled: Reaction = async (world, event) => {
  const told = await orderTold(world, event)
  if (!told) return
  const { facts, rest, currency, timeZone } = told
  if (event.type === 'order.confirmed')
    return tellPeople(world, event, noticeOf('order-confirmed', facts, rest))
  if (event.type === 'order.lapsed') return tellPeople(world, event, noticeOf('order-lapsed', facts, rest))
  const { fundsUntil } = event.change
  const missing = await missingFunds(world, rest.customerId)
  const lacking = {
    ...facts,
    missing: missing === undefined ? facts.total : moneyWords(missing, currency),
    until: isInstant(fundsUntil) ? momentWords(fundsUntil, timeZone) : '—',
  }
  await tellPeople(
    world,
    event,
    noticeOf('order-awaiting-funds', lacking, {
      ...rest,
      ...(isInstant(fundsUntil) && { until: fundsUntil }),
    }),
  )
}
