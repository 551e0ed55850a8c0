import { getCompany } from '#accounts'
import type { Reaction } from '#platform/events/deliver-events'
import { isId } from '#shared/ids'
import { moneyWords } from './fact-words.ts'
import { noticeOf, tellPeople } from './tell-people.ts'
import { shopTold } from './who-is-told.ts'
import { closesAtOf } from './window-told.ts'

/** Tells the owners that an order waits for their yes, and who asked what became of it. */
export const onApproval: Reaction = async (world, event) => {
  const told = await shopTold(world, event.about.customerId, ['owner'])
  if (!told) return
  const { askedBy } = event.about
  const { currency } = await getCompany(world)
  const facts = { shop: told.shop, total: moneyWords(Number(event.change.total ?? 0), currency) }
  const { customerId } = told
  const page = `approvals/${event.about.approvalId}/`
  if (event.type === 'approval.asked') {
    const until = await closesAtOf(world, event)
    const rest = { personIds: told.personIds, customerId, to: page, until }
    return tellPeople(world, event, noticeOf('approval-asked', facts, rest))
  }
  if (!isId('person', askedBy)) return
  const rest = { personIds: [askedBy], customerId, to: page }
  if (event.type === 'approval.lapsed')
    return tellPeople(world, event, noticeOf('approval-lapsed', facts, rest))
  if (event.type === 'approval.approved') {
    const { orderId } = event.change
    const to = isId('order', orderId) ? `orders/${orderId}/` : page
    return tellPeople(world, event, noticeOf('approval-given', facts, { ...rest, to }))
  }
  const reason = String(event.change.reason ?? '')
  await tellPeople(world, event, noticeOf('approval-refused', { ...facts, reason }, rest))
}
