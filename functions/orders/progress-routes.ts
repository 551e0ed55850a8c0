import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import type { Grant } from '#platform/http/rights'
import { answers, createRoom } from '#platform/http/room'
import { UnitPathField } from '#shared/accounts'
import { CycleIdField } from '#shared/calendar'
import { OrderProgress, ShopWaitedForPage, WaitedForQuery } from '#shared/order-progress'
import { listShopsWaitedFor, progressLookers } from './list-shops-waited-for.ts'
import { showOrderProgress } from './show-order-progress.ts'

const tags = ['Calendar']
const mayFollow = {
  staff: progressLookers,
  client: ['orders.read'],
  scope: { unit: 'query' },
} as const satisfies Grant

const progressRoute = createRoute({
  method: 'get',
  path: '/order-progress',
  summary: 'How many shops of my units have ordered in each open cycle',
  tags,
  ...allows(mayFollow),
  request: { query: z.object({ unitPath: UnitPathField.optional() }) },
  responses: { 200: answers(OrderProgress, 'Open cycles, the first to close at the beginning') },
})

const waitedForRoute = createRoute({
  method: 'get',
  path: '/cycles/{cycleId}/shops-waited-for',
  summary: 'Shops of my units that have not ordered in a cycle',
  tags,
  ...allows(mayFollow),
  request: { params: z.object({ cycleId: CycleIdField }), query: WaitedForQuery },
  responses: { 200: answers(ShopWaitedForPage, 'A page of shops, by unit') },
})

export const progressRoutes = createRoom()
  .openapi(progressRoute, async (context) =>
    context.json(await showOrderProgress(context.get('world'), context.get('subtrees')), 200),
  )
  .openapi(waitedForRoute, async (context) => {
    const { unitPath: _, ...query } = context.req.valid('query')
    const { cycleId } = context.req.valid('param')
    const asked = { ...query, cycleId, subtrees: context.get('subtrees') }
    return context.json(await listShopsWaitedFor(context.get('world'), context.get('actor'), asked), 200)
  })
