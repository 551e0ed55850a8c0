import { type Actor, markOf } from '#platform/actor'
import { pageThrough } from '#platform/storage/page-through'
import type { World } from '#platform/world'
import type { CustomerCard, CustomerFilter } from '#shared/accounts'
import { cutFields } from '#shared/customer-cuts'
import type { Page, PageQuery } from '#shared/paging'
import type { UnitPath } from '#shared/unit-path'
import { groupsSeenBy } from './customer-cut.ts'
import { isNarrowed, isWanted } from './customer-rules.ts'
import { customersOfUnits } from './customer-store.ts'

type Asked = PageQuery & { subtrees: readonly UnitPath[]; filter?: CustomerFilter }

/** A page of the customers under the given subtrees, by unit, each as far as the actor sees it. A page of a narrowed
 * list may hold fewer than `limit`; a field that is not seen narrows nothing in. */
export function listCustomers(
  world: World,
  actor: Actor,
  { subtrees, filter = {}, ...page }: Asked,
): Promise<Page<CustomerCard>> {
  const question = `customers ${markOf(actor).id} ${subtrees.join(' ')} ${JSON.stringify(filter)}`
  return pageThrough(
    subtrees,
    { ...page, question, secret: world.config.secret, isNarrow: isNarrowed(filter) },
    async (unitPath, limit, after) => {
      const { cards, last } = await customersOfUnits(world.table, unitPath, limit, after)
      const found = cards
        .map((card) => cutFields(card, groupsSeenBy(actor, card.unitPath)))
        .filter((card) => isWanted(card, filter))
      return { found, last }
    },
  )
}
