import { markOf } from '#platform/actor'
import { onceOf } from '#platform/http/idempotency'
import { createRoom } from '#platform/http/room'
import { raiseObjection } from './raise-objection.ts'
import { objectionRoute, objectionsRoute, raiseRoute, settleRoute } from './route-table.ts'
import { settleObjection } from './settle-objection.ts'
import { listObjections, showObjection, viewOf } from './show-objections.ts'

export const objectionRoutes = createRoom()
  .openapi(raiseRoute, async (context) => {
    const { orderId } = context.req.valid('param')
    const body = context.req.valid('json')
    const [world, actor] = [context.get('world'), context.get('actor')]
    const record = await raiseObjection(world, actor, { orderId, ...body }, onceOf(context, body))
    context.header('Location', `/api/orders/${orderId}/objection`)
    return context.json(await viewOf(world, record), 201)
  })
  .openapi(objectionRoute, async (context) =>
    context.json(await showObjection(context.get('world'), context.req.valid('param').orderId), 200),
  )
  .openapi(settleRoute, async (context) => {
    const [world, actor] = [context.get('world'), context.get('actor')]
    const asked = { ...context.req.valid('param'), ...context.req.valid('json') }
    return context.json(await viewOf(world, await settleObjection(world, actor, asked)), 200)
  })
  .openapi(objectionsRoute, async (context) => {
    const { unitPath: _, ...query } = context.req.valid('query')
    const asker = markOf(context.get('actor')).id
    const asked = { ...query, subtrees: context.get('subtrees') }
    return context.json(await listObjections(context.get('world'), asker, asked), 200)
  })
