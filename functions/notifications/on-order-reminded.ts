import { getCompany } from '#accounts'
import type { Reaction } from '#platform/events/deliver-events'
import { momentWords } from './fact-words.ts'
import { noticeOf, tellPeople } from './tell-people.ts'
import { shopTold } from './who-is-told.ts'
import { closesAtOf } from './window-told.ts'

/** Reminds those who order of a draft before the window closes, or at the wish of staff of the window itself; or says that
 * a draft was not placed. */
export const onOrderReminded: Reaction = async (world, event) => {
  const told = await shopTold(world, event.about.customerId, ['owner', 'buyer'])
  if (!told) return
  const { shop, personIds, customerId } = told
  const rest = { personIds, customerId, to: 'order/' }
  if (event.type === 'order.standing_refused')
    return tellPeople(world, event, noticeOf('standing-refused', { shop }, rest))
  const closesAt = await closesAtOf(world, event)
  if (!closesAt) return
  const facts = { shop, closes: momentWords(closesAt, (await getCompany(world)).timeZone) }
  await tellPeople(world, event, noticeOf(templateOf(event.type), facts, { ...rest, until: closesAt }))
}

function templateOf(type: string) {
  if (type === 'shop.reminded') return 'window-reminder'
  return type === 'order.standing_reminder' ? 'standing-reminder' : 'draft-reminder'
}
