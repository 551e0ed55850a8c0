import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { markOf } from '#platform/actor'
import { allows } from '#platform/http/authorize'
import { answers, createRoom } from '#platform/http/room'
import { CycleIdField } from '#shared/calendar'
import { ClosingReport } from '#shared/closings'
import { PageQuery } from '#shared/paging'
import { staffRoles } from '#shared/roles'
import { showClosing } from './show-closing.ts'

const closingRoute = createRoute({
  method: 'get',
  path: '/cycles/{cycleId}/closing',
  summary: 'How the closing of a cycle went',
  tags: ['Calendar'],
  ...allows({ staff: staffRoles, client: ['orders.read'], scope: { company: true, fromRoot: true } }),
  request: { params: z.object({ cycleId: CycleIdField }), query: PageQuery },
  responses: { 200: answers(ClosingReport, 'What was counted, and a page of what is to be told') },
})

export const closingRoutes = createRoom().openapi(closingRoute, async (context) => {
  const { cycleId } = context.req.valid('param')
  const asker = markOf(context.get('actor')).id
  const asked = { ...context.req.valid('query'), cycleId, asker, language: context.get('language') }
  return context.json(await showClosing(context.get('world'), asked), 200)
})
