import { pageThrough } from '#platform/storage/page-through'
import type { World } from '#platform/world'
import type { CustomerCard } from '#shared/accounts'
import type { Page, PageQuery } from '#shared/paging'
import type { UnitPath } from '#shared/unit-path'
import { customersOfUnits } from './customer-store.ts'

type Asked = PageQuery & { subtrees: readonly UnitPath[] }

/** A page of the customers that hang on the given subtrees, by unit. `asker` binds the cursor. */
export function listCustomers(
  world: World,
  asker: string,
  { subtrees, ...page }: Asked,
): Promise<Page<CustomerCard>> {
  const question = `customers ${asker} ${subtrees.join(' ')}`
  return pageThrough(
    subtrees,
    { ...page, question, secret: world.config.secret },
    async (unitPath, limit, after) => {
      const { cards, last } = await customersOfUnits(world.table, unitPath, limit, after)
      return { found: cards, last }
    },
  )
}
