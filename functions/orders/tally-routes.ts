import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import type { Grant } from '#platform/http/rights'
import { answers, createRoom } from '#platform/http/room'
import { UnitPathField } from '#shared/accounts'
import { CycleIdField } from '#shared/calendar'
import { CycleDemand } from '#shared/demand'
import { OrderTally } from '#shared/order-tally'
import { staffRoles } from '#shared/roles'
import { showDemand } from './show-demand.ts'
import { tallyOrders } from './tally-orders.ts'

const mayCount = {
  staff: staffRoles,
  client: ['orders.read'],
  scope: { unit: 'query' },
} as const satisfies Grant

const tallyRoute = createRoute({
  method: 'get',
  path: '/order-tally',
  summary: 'Orders of my units counted by unit and day: of a cycle, else of the last seven days',
  tags: ['Orders'],
  ...allows(mayCount),
  request: {
    query: z.object({ unitPath: UnitPathField.optional(), cycleId: CycleIdField.optional() }),
  },
  responses: { 200: answers(OrderTally, 'Counts and totals') },
})

const demandRoute = createRoute({
  method: 'get',
  path: '/cycles/{cycleId}/demand',
  summary: 'What the shops of my units wanted in a cycle against what they got, by product',
  tags: ['Orders'],
  ...allows(mayCount),
  request: {
    params: z.object({ cycleId: CycleIdField }),
    query: z.object({ unitPath: UnitPathField.optional() }),
  },
  responses: { 200: answers(CycleDemand, 'Wanted and got by product, and stock-outs by unit') },
})

export const tallyRoutes = createRoom()
  .openapi(tallyRoute, async (context) => {
    const { cycleId } = context.req.valid('query')
    const asked = { cycleId, subtrees: context.get('subtrees') }
    return context.json(await tallyOrders(context.get('world'), asked), 200)
  })
  .openapi(demandRoute, async (context) => {
    const asked = { ...context.req.valid('param'), subtrees: context.get('subtrees') }
    return context.json(await showDemand(context.get('world'), asked), 200)
  })
