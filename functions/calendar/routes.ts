import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import { answers, createRoom } from '#platform/http/room'
import { CycleView } from '#shared/calendar'
import { staffRoles } from '#shared/roles'
import { listCycles } from './list-cycles.ts'

const cyclesRoute = createRoute({
  method: 'get',
  path: '/cycles',
  summary: 'Recent and coming order cycles',
  tags: ['Calendar'],
  ...allows({ staff: staffRoles, client: ['master-data.read'], scope: { company: true } }),
  responses: { 200: answers(z.object({ items: z.array(CycleView) }), 'Cycles, newest first') },
})

export const calendarRoutes = createRoom().openapi(cyclesRoute, async (context) =>
  context.json({ items: await listCycles(context.get('world')) }, 200),
)
