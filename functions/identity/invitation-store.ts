import * as z from 'zod'
import type { Actor } from '#platform/actor'
import { keyOf } from '#platform/storage/access-pattern'
import { itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { CustomerId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { addDays, businessDateOf, instantAt, millisecondsOf } from '#shared/time'
import { identityPatterns } from './access-patterns.ts'
import { allowancesOf } from './invitation-rules.ts'

const KEPT_SECONDS = 2 * 24 * 3600

const countKind = itemKind('invitations', 1, z.object({ sent: z.number().int(), expires: z.number().int() }))

/** Counts one invitation of today, in the transaction that makes it; refused with `identity.too_many_invitations` once a day's
 * number is reached. What the product does by itself is not counted. */
export function countedInvitation(world: World, actor: Actor, into?: CustomerId): Write[] {
  if (actor.kind === 'system') return []
  const by = 'personId' in actor ? actor.personId : undefined
  const { timeZone } = world.config
  const now = world.clock.now()
  const day = businessDateOf(now, timeZone)
  const until = instantAt(addDays(day, 1), '00:00', timeZone)
  const expires = Math.floor(millisecondsOf(now) / 1000) + KEPT_SECONDS
  return allowancesOf({ by, into }).map(({ whose, most }) => ({
    update: keyOf(identityPatterns.invitationsOfDay, { whose, day }),
    change: { set: { k: countKind.kind, s: countKind.schema, expires }, add: { sent: 1 } },
    when: { below: { sent: most }, orAbsent: true },
    onRefused: () => new Problem('identity.too_many_invitations', { most, until, timeZone }),
  }))
}
