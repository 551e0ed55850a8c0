import { markOf } from '#platform/actor'
import { createRoom } from '#platform/http/room'
import { customerLimitsRoute, decisionRoute } from './limit-route-table.ts'
import { showDecision } from './show-decision.ts'
import { showLimits } from './show-limits.ts'

export const limitRoutes = createRoom()
  .openapi(customerLimitsRoute, async (context) => {
    const asked = { ...context.req.valid('query'), ...context.req.valid('param') }
    return context.json(await showLimits(context.get('world'), markOf(context.get('actor')).id, asked), 200)
  })
  .openapi(decisionRoute, async (context) => {
    const { orderId } = context.req.valid('param')
    return context.json(await showDecision(context.get('world'), context.get('actor'), orderId), 200)
  })
