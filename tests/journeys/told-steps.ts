import { randomUUID } from 'node:crypto'
import { membersOfCustomer } from '#identity'
import { onRequestDecided } from '#notifications'
import { idOf } from '#shared/ids'
import type { MessagePage } from '../../infra/local/mailbox-store.ts'
import type { Place } from './shop.ts'

/** Tells the shop's owner that a request of theirs was refused. */
export async function tellOwner({ world, customerId }: Place, reason = '门牌号不对'): Promise<void> {
  const [owner] = await membersOfCustomer(world.table, customerId)
  await onRequestDecided(world, {
    id: idOf('event', randomUUID().slice(0, 8).toUpperCase()),
    type: 'request.refused',
    at: world.clock.now(),
    by: { kind: 'system', id: 'tests' },
    about: { customerId, ...(owner && { askedBy: owner.personId }) },
    change: { reason },
  })
}

/** The newest SMS that a phone number got, from the mailbox. */
export async function newestSms(place: Place, phone: string): Promise<string> {
  for (;;) {
    const answer = await fetch(`${place.portal.origin}/mailbox.json?to=${encodeURIComponent(phone)}`)
    const { items }: MessagePage = await answer.json()
    const [newest] = items
    if (newest) return newest.text
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
