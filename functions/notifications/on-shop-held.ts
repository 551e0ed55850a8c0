import { getCompany } from '#accounts'
import type { Reaction } from '#platform/events/deliver-events'
import { noticeOf, tellPeople } from './tell-people.ts'
import { shopTold } from './who-is-told.ts'

/** Tells those who order for a shop that ordering is on hold, and why; or that it is no longer. */
export const onShopHeld: Reaction = async (world, event) => {
  const hold = isNewShop(event.change.version) ? undefined : holdTold(event.change.holdReason)
  const told = hold && (await shopTold(world, event.about.customerId, ['owner', 'buyer']))
  if (!told) return
  const { shop, personIds, customerId } = told
  const rest = { personIds, customerId }
  if (hold.reason === undefined)
    return tellPeople(world, event, noticeOf('shop-released', { shop }, { ...rest, to: 'order/' }))
  const { servicePhone: phone } = await getCompany(world)
  const facts = { shop, reason: asSentence(hold.reason), phone }
  await tellPeople(world, event, noticeOf('shop-held', facts, { ...rest, to: '' }))
}

/** A shop that comes in on hold could not order before either. */
function isNewShop(version: unknown): boolean {
  return typeof version === 'object' && version !== null && 'from' in version && version.from === 0
}

/** What a change says of the hold: its new reason, none when it ended; undefined when it says nothing of it. */
function holdTold(changed: unknown): { reason?: string } | undefined {
  if (typeof changed !== 'object' || changed === null || !('to' in changed)) return undefined
  return typeof changed.to === 'string' ? { reason: changed.to } : {}
}

/** Staff seldom end a reason with a stop, and a sentence follows it. */
function asSentence(reason: string): string {
  if (/[.!?。！？]$/.test(reason)) return reason
  return /\p{Script=Han}/u.test(reason) ? `${reason}。` : `${reason}.`
}
