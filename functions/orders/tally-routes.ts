import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import { answers, createRoom } from '#platform/http/room'
import { UnitPathField } from '#shared/accounts'
import { CycleIdField } from '#shared/calendar'
import { OrderTally } from '#shared/order-tally'
import { staffRoles } from '#shared/roles'
import { tallyOrders } from './tally-orders.ts'

const tallyRoute = createRoute({
  method: 'get',
  path: '/order-tally',
  summary: 'Orders of my units counted by unit and day: of a cycle, else of the last seven days',
  tags: ['Orders'],
  ...allows({ staff: staffRoles, client: ['orders.read'], scope: { unit: 'query' } }),
  request: {
    query: z.object({ unitPath: UnitPathField.optional(), cycleId: CycleIdField.optional() }),
  },
  responses: { 200: answers(OrderTally, 'Counts and totals') },
})

export const tallyRoutes = createRoom().openapi(tallyRoute, async (context) => {
  const { cycleId } = context.req.valid('query')
  const asked = { cycleId, subtrees: context.get('subtrees') }
  return context.json(await tallyOrders(context.get('world'), asked), 200)
})
