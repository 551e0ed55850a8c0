import { showPastQuantities } from '#orders'
import { markOf } from '#platform/actor'
import { etagOf, onceOf, versionOf } from '#platform/http/idempotency'
import { createRoom } from '#platform/http/room'
import { listRemovedLists } from './list-removed-lists.ts'
import { readOrderRows } from './read-order-rows.ts'
import {
  basketRoute,
  createListRoute,
  listsRoute,
  orderRowsRoute,
  pastQuantitiesRoute,
  removedListsRoute,
  removeListRoute,
  saveBasketRoute,
  saveListRoute,
  saveStandingDraftRoute,
  saveStockRoute,
  standingDraftRoute,
  stockRoute,
} from './route-table.ts'
import { getBasket, saveBasket } from './save-basket.ts'
import { createOrderList, getOrderLists, removeOrderList, saveOrderList } from './save-order-list.ts'
import { getStandingDraft, saveStandingDraft } from './save-standing-draft.ts'
import { getStock, saveStock } from './save-stock.ts'

export const draftRoutes = createRoom()
  .openapi(basketRoute, async (context) => {
    const basket = await getBasket(context.get('world'), context.req.valid('param').customerId)
    context.header('ETag', etagOf(basket.version))
    return context.json(basket, 200)
  })
  .openapi(saveBasketRoute, async (context) => {
    const { customerId } = context.req.valid('param')
    const asked = { ...context.req.valid('json'), customerId, baseVersion: versionOf(context) }
    const basket = await saveBasket(context.get('world'), context.get('actor'), asked)
    context.header('ETag', etagOf(basket.version))
    return context.json(basket, 200)
  })
  .openapi(stockRoute, async (context) => {
    const stock = await getStock(context.get('world'), context.req.valid('param').customerId)
    context.header('ETag', etagOf(stock.version))
    return context.json(stock, 200)
  })
  .openapi(saveStockRoute, async (context) => {
    const { customerId } = context.req.valid('param')
    const asked = { ...context.req.valid('json'), customerId, baseVersion: versionOf(context) }
    const stock = await saveStock(context.get('world'), asked)
    context.header('ETag', etagOf(stock.version))
    return context.json(stock, 200)
  })
  .openapi(listsRoute, async (context) => {
    const items = await getOrderLists(context.get('world'), context.req.valid('param').customerId)
    return context.json({ items }, 200)
  })
  .openapi(removedListsRoute, async (context) => {
    const asker = markOf(context.get('actor')).id
    const asked = { ...context.req.valid('param'), ...context.req.valid('query') }
    return context.json(await listRemovedLists(context.get('world'), asker, asked), 200)
  })
  .openapi(createListRoute, async (context) => {
    const { customerId } = context.req.valid('param')
    const body = context.req.valid('json')
    const asked = { ...body, customerId }
    const list = await createOrderList(
      context.get('world'),
      context.get('actor'),
      asked,
      onceOf(context, body),
    )
    context.header('Location', `/api/customers/${customerId}/order-lists/${list.listId}`)
    context.header('ETag', etagOf(list.version))
    return context.json(list, 201)
  })
  .openapi(saveListRoute, async (context) => {
    const asked = {
      ...context.req.valid('json'),
      ...context.req.valid('param'),
      baseVersion: versionOf(context),
    }
    const list = await saveOrderList(context.get('world'), context.get('actor'), asked)
    context.header('ETag', etagOf(list.version))
    return context.json(list, 200)
  })
  .openapi(removeListRoute, async (context) => {
    const asked = { ...context.req.valid('param'), baseVersion: versionOf(context) }
    await removeOrderList(context.get('world'), context.get('actor'), asked)
    return context.body(null, 204)
  })
  .openapi(pastQuantitiesRoute, async (context) => {
    const asked = { ...context.req.valid('param'), ...context.req.valid('query') }
    return context.json(await showPastQuantities(context.get('world'), asked), 200)
  })
  .openapi(orderRowsRoute, async (context) => {
    return context.json({ rows: await readOrderRows(context.req.valid('json').content) }, 200)
  })
  .openapi(standingDraftRoute, async (context) => {
    const draft = await getStandingDraft(context.get('world'), context.req.valid('param').customerId)
    context.header('ETag', etagOf(draft.version))
    return context.json(draft, 200)
  })
  .openapi(saveStandingDraftRoute, async (context) => {
    const { customerId } = context.req.valid('param')
    const asked = { ...context.req.valid('json'), customerId, baseVersion: versionOf(context) }
    const draft = await saveStandingDraft(context.get('world'), context.get('actor'), asked)
    context.header('ETag', etagOf(draft.version))
    return context.json(draft, 200)
  })
