import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import { IdempotencyHeader, onceOf } from '#platform/http/idempotency'
import type { Grant } from '#platform/http/rights'
import { answers, createRoom, json } from '#platform/http/room'
import { UnitPathField } from '#shared/accounts'
import { ExportView, StartExport, StartRefusedRows } from '#shared/exports'
import { ImportIdField } from '#shared/imports'
import { staffRoles } from '#shared/roles'
import { JobIdField, showOrderExportRoute, startOrderExportRoute } from './order-export-route-table.ts'
import { showExport, startExport } from './start-export.ts'

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

const refusedRowsRoute = createRoute({
  method: 'post',
  path: '/imports/{importId}/refused-rows',
  summary: 'Begin a file of the refused rows of an import, with the reasons, to correct and send in again',
  tags,
  ...allows({
    staff: ['administrator'],
    client: ['master-data.write'],
    scope: { company: true, fromRoot: true },
  }),
  request: {
    params: z.object({ importId: ImportIdField }),
    headers: IdempotencyHeader,
    body: json(StartRefusedRows),
  },
  responses: { 201: answers(ExportView, 'The job') },
})

export const exportRoutes = createRoom()
  .openapi(startRoute, async (context) => {
    const body = context.req.valid('json')
    const asked = { ...body, subtrees: context.get('subtrees'), language: context.get('language') }
    const started = await startExport(
      context.get('world'),
      context.get('actor'),
      asked,
      onceOf(context, asked),
    )
    context.header('Location', `/api/exports/${started.jobId}`)
    return context.json(started, 201)
  })
  .openapi(refusedRowsRoute, async (context) => {
    const { importId } = context.req.valid('param')
    const { format } = context.req.valid('json')
    const asked = { kind: 'refused-rows', importId, format, language: context.get('language') } as const
    const started = await startExport(
      context.get('world'),
      context.get('actor'),
      asked,
      onceOf(context, asked),
    )
    context.header('Location', `/api/exports/${started.jobId}`)
    return context.json(started, 201)
  })
  .openapi(startOrderExportRoute, async (context) => {
    const { customerId } = context.req.valid('param')
    const asked = { ...context.req.valid('json'), customerId, language: context.get('language') }
    const started = await startExport(
      context.get('world'),
      context.get('actor'),
      asked,
      onceOf(context, asked),
    )
    context.header('Location', `/api/customers/${customerId}/exports/${started.jobId}`)
    return context.json(started, 201)
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
