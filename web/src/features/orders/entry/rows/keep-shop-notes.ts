import type { OrderList, Stock } from '#shared/drafts'
import type { CustomerId, ProductId } from '#shared/ids'
import { ApiProblem } from '../../../../api.ts'
import { readOrderLists, readStock, saveOrderList, saveStock } from '../../order-queries.ts'
import { FAVOURITES } from './favourites.ts'

const MOST_TRIES = 4

/** Puts a star on a product, or takes it away. */
export async function starred(
  customerId: CustomerId,
  productId: ProductId,
  name: string,
): Promise<OrderList> {
  return untilKept(async () => {
    const { items } = await readOrderLists(customerId)
    const before = items.find(({ listId }) => listId === FAVOURITES)
    const others = (before?.lines ?? []).filter((line) => line.productId !== productId)
    const isNew = others.length === (before?.lines.length ?? 0)
    const lines = isNew ? [...others, { productId, quantity: 0 }] : others
    return saveOrderList(customerId, FAVOURITES, before?.version ?? 0, { name: before?.name ?? name, lines })
  })
}

/** Says what the shop has still of a product. */
export async function counted(
  customerId: CustomerId,
  productId: ProductId,
  quantity: number | null,
): Promise<Stock> {
  return untilKept(async () => {
    const { version } = await readStock(customerId)
    return saveStock(customerId, version, [{ productId, quantity }])
  })
}

/** Another device may be quicker: then it is made again on top of what is there. */
async function untilKept<Answer>(change: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    try {
      return await change()
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 412 || tries === MOST_TRIES) throw error
    }
  }
}
