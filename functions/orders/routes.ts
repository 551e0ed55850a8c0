import { markOf } from '#platform/actor'
import { etagOf, onceOf, versionOf } from '#platform/http/idempotency'
import { createRoom } from '#platform/http/room'
import { changeOrder } from './change-order.ts'
import { getOrder } from './get-order.ts'
import { listOrders, listUnitOrders } from './list-orders.ts'
import { placeOrder } from './place-order.ts'
import {
  assortmentRoute,
  cancellationRoute,
  changeRoute,
  historyRoute,
  orderAsOfRoute,
  orderRoute,
  ordersOfCustomerRoute,
  ordersRoute,
  placeRoute,
} from './route-table.ts'
import { showAssortment } from './show-assortment.ts'
import { showOrderAsOf } from './show-order-as-of.ts'
import { showOrderHistory } from './show-order-history.ts'

export const orderRoutes = createRoom()
  .openapi(placeRoute, async (context) => {
    const body = context.req.valid('json')
    const { order, isReplay } = await placeOrder(
      context.get('world'),
      context.get('actor'),
      body,
      onceOf(context, body),
    )
    if (isReplay) context.header('Idempotency-Replayed', 'true')
    context.header('Location', `/api/orders/${order.orderId}`)
    context.header('ETag', etagOf(order.version))
    return context.json(order, 201)
  })
  .openapi(ordersRoute, async (context) => {
    const { unitPath: _, ...query } = context.req.valid('query')
    const asker = markOf(context.get('actor')).id
    return context.json(
      await listUnitOrders(context.get('world'), asker, { ...query, subtrees: context.get('subtrees') }),
      200,
    )
  })
  .openapi(ordersOfCustomerRoute, async (context) => {
    const { customerId } = context.req.valid('param')
    const asker = markOf(context.get('actor')).id
    return context.json(
      await listOrders(context.get('world'), asker, { ...context.req.valid('query'), customerId }),
      200,
    )
  })
  .openapi(orderRoute, async (context) => {
    const order = await getOrder(
      context.get('world'),
      context.get('actor'),
      context.req.valid('param').orderId,
    )
    context.header('ETag', etagOf(order.version))
    return context.json(order, 200)
  })
  .openapi(changeRoute, async (context) => {
    const { orderId } = context.req.valid('param')
    const change = { to: 'placed' as const, ...context.req.valid('json') }
    const asked = { orderId, baseVersion: versionOf(context), change }
    const order = await changeOrder(context.get('world'), context.get('actor'), asked)
    context.header('ETag', etagOf(order.version))
    return context.json(order, 200)
  })
  .openapi(cancellationRoute, async (context) => {
    const { orderId } = context.req.valid('param')
    const asked = { orderId, baseVersion: versionOf(context), change: { to: 'cancelled' as const } }
    const order = await changeOrder(context.get('world'), context.get('actor'), asked)
    context.header('ETag', etagOf(order.version))
    return context.json(order, 200)
  })
  .openapi(historyRoute, async (context) => {
    const items = await showOrderHistory(context.get('world'), context.req.valid('param').orderId)
    return context.json({ items }, 200)
  })
  .openapi(orderAsOfRoute, async (context) => {
    const asked = { ...context.req.valid('param'), ...context.req.valid('query') }
    return context.json(await showOrderAsOf(context.get('world'), context.get('actor'), asked), 200)
  })
  .openapi(assortmentRoute, async (context) => {
    const world = context.get('world')
    const { etag, show } = await showAssortment(world, context.req.valid('param').customerId)
    context.header('ETag', etag)
    context.header('Portal-Now', world.clock.now())
    const known = context.req.valid('header')['if-none-match']?.replace(/^W\//, '')
    return known === etag ? context.body(null, 304) : context.json(await show(), 200)
  })
