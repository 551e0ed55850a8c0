import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import type { PortalContext } from '#platform/http/context'
import { IdempotencyHeader, onceOf } from '#platform/http/idempotency'
import type { Grant } from '#platform/http/rights'
import { answers, createRoom, json } from '#platform/http/room'
import { UnitPathField } from '#shared/accounts'
import { ExportView, StartExport } from '#shared/exports'
import { JobIdField } from '#shared/imports'
import { staffRoles } from '#shared/roles'
import { showOrderExportRoute, startOrderExportRoute } from './order-export-route-table.ts'
import {
  importRowsRoute,
  limitExportRoute,
  messageExportRoute,
  refusedRowsRoute,
} from './part-export-route-table.ts'
import { type ExportRequest, showExport, startExport } from './start-export.ts'

const tags = ['Exports']
const mayExport = {
  staff: staffRoles,
  client: ['orders.read', 'master-data.read', 'master-data.write'],
  scope: { unit: 'query' },
} as const satisfies Grant
const JobParams = z.object({ jobId: JobIdField })

const startRoute = createRoute({
  method: 'post',
  path: '/exports',
  summary: 'Begin an export of what a list of mine shows',
  tags,
  ...allows(mayExport),
  request: {
    query: z.object({ unitPath: UnitPathField.optional() }),
    headers: IdempotencyHeader,
    body: json(StartExport),
  },
  responses: { 201: answers(ExportView, 'The job') },
})

const showRoute = createRoute({
  method: 'get',
  path: '/exports/{jobId}',
  summary: 'How an export of mine stands, and where its file is',
  tags,
  ...allows(mayExport),
  request: { params: JobParams },
  responses: { 200: answers(ExportView, 'The job') },
})

/** Begins an export and says where it is looked at. */
async function begun(context: PortalContext, asked: ExportRequest, below = '/exports') {
  const [world, actor] = [context.get('world'), context.get('actor')]
  const started = await startExport(world, actor, asked, onceOf(context, asked))
  context.header('Location', `/api${below}/${started.jobId}`)
  return started
}

export const exportRoutes = createRoom()
  .openapi(startRoute, async (context) => {
    const body = context.req.valid('json')
    const asked = { ...body, subtrees: context.get('subtrees'), language: context.get('language') }
    return context.json(await begun(context, asked), 201)
  })
  .openapi(refusedRowsRoute, async (context) => {
    const { importId } = context.req.valid('param')
    const { format } = context.req.valid('json')
    const asked = { kind: 'refused-rows', importId, format, language: context.get('language') } as const
    return context.json(await begun(context, asked), 201)
  })
  .openapi(importRowsRoute, async (context) => {
    const named = { ...context.req.valid('json'), ...context.req.valid('param') }
    const asked = { kind: 'import-rows', ...named, language: context.get('language') } as const
    return context.json(await begun(context, asked), 201)
  })
  .openapi(messageExportRoute, async (context) => {
    const named = { ...context.req.valid('json'), ...context.req.valid('param') }
    const asked = { kind: 'messages', ...named, language: context.get('language') } as const
    return context.json(await begun(context, asked), 201)
  })
  .openapi(limitExportRoute, async (context) => {
    const named = { ...context.req.valid('json'), ...context.req.valid('param') }
    const asked = { kind: 'limits', ...named, language: context.get('language') } as const
    return context.json(await begun(context, asked), 201)
  })
  .openapi(startOrderExportRoute, async (context) => {
    const { customerId } = context.req.valid('param')
    const asked = { ...context.req.valid('json'), customerId, language: context.get('language') }
    return context.json(await begun(context, asked, `/customers/${customerId}/exports`), 201)
  })
  .openapi(showOrderExportRoute, async (context) =>
    context.json(
      await showExport(context.get('world'), context.get('actor'), context.req.valid('param').jobId),
      200,
    ),
  )
  .openapi(showRoute, async (context) =>
    context.json(
      await showExport(context.get('world'), context.get('actor'), context.req.valid('param').jobId),
      200,
    ),
  )
