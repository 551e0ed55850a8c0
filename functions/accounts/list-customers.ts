import { type Actor, markOf } from '#platform/actor'
import type { Item } from '#platform/storage/item-kind'
import { pageThrough } from '#platform/storage/page-through'
import type { World } from '#platform/world'
import type { CustomerCard, CustomerFilter } from '#shared/accounts'
import { cutFields } from '#shared/customer-cuts'
import type { Page, PageQuery } from '#shared/paging'
import type { UnitPath } from '#shared/unit-path'
import { groupsSeenBy } from './customer-cut.ts'
import { isNarrowed, isWanted } from './customer-rules.ts'
import { customersOfUnits } from './customer-store.ts'

/** Reads for one page before it is answered short, with a cursor to go on from. */
const MOST_READS = 50

type Asked = PageQuery & { subtrees: readonly UnitPath[]; filter?: CustomerFilter }

/** A page of the customers under the given subtrees, by unit, each as far as the actor sees it. A page of a narrowed
 * list may hold fewer than `limit`; a field that is not seen narrows nothing in. */
export function listCustomers(
  world: World,
  actor: Actor,
  { subtrees, filter = {}, ...page }: Asked,
): Promise<Page<CustomerCard>> {
  const question = `customers ${markOf(actor).id} ${subtrees.join(' ')} ${JSON.stringify(filter)}`
  const mostReads = isNarrowed(filter) ? MOST_READS : 1
  return pageThrough(
    subtrees,
    { ...page, question, secret: world.config.secret },
    async (unitPath, limit, after) => {
      let position: Item | undefined = after
      for (let reads = 1; ; reads++) {
        const { cards, last } = await customersOfUnits(world.table, unitPath, limit, position)
        const found = cards
          .map((card) => cutFields(card, groupsSeenBy(actor, card.unitPath)))
          .filter((card) => isWanted(card, filter))
        if (found.length > 0 || !last || reads >= mostReads) return { found, last }
        position = last
      }
    },
  )
}
