import { etagOf, versionOf } from '#platform/http/idempotency'
import { createRoom } from '#platform/http/room'
import { correctOrder } from './correct-order.ts'
import { correctionRoute } from './correction-route-table.ts'

export const correctionRoutes = createRoom().openapi(correctionRoute, async (context) => {
  const { orderId } = context.req.valid('param')
  const asked = { orderId, baseVersion: versionOf(context), body: context.req.valid('json') }
  const order = await correctOrder(context.get('world'), context.get('actor'), asked)
  context.header('ETag', etagOf(order.version))
  return context.json(order, 200)
})
