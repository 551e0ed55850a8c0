import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import { IdempotencyHeader, onceOf } from '#platform/http/idempotency'
import type { Grant } from '#platform/http/rights'
import { answers, createRoom, json } from '#platform/http/room'
import { JobView, RowVerdictPage, StartedImport, StartImport } from '#shared/imports'
import { PageQuery } from '#shared/paging'
import { listImports, listVerdicts, runImport, showImport, startImport } from './start-import.ts'

const tags = ['Imports']
const mayImport = {
  staff: ['administrator'],
  client: ['master-data.write'],
  scope: { company: true, fromRoot: true },
} as const satisfies Grant
const JobParams = z.object({ jobId: z.templateLiteral(['job_', z.string().regex(/^[0-9A-Z]{16,26}$/)]) })

const startRoute = createRoute({
  method: 'post',
  path: '/imports',
  summary: 'Begin an import: answers where to send the file',
  tags,
  ...allows(mayImport),
  request: { headers: IdempotencyHeader, body: json(StartImport) },
  responses: { 201: answers(StartedImport, 'The job, and the address to PUT the file to') },
})

const runRoute = createRoute({
  method: 'post',
  path: '/imports/{jobId}/start',
  summary: 'Run an import once its file is there',
  tags,
  ...allows(mayImport),
  request: { params: JobParams },
  responses: { 200: answers(JobView, 'The job') },
})

const listRoute = createRoute({
  method: 'get',
  path: '/imports',
  summary: 'Imports, newest first',
  tags,
  ...allows(mayImport),
  responses: { 200: answers(z.object({ items: z.array(JobView) }), 'The jobs') },
})

const showRoute = createRoute({
  method: 'get',
  path: '/imports/{jobId}',
  summary: 'How an import stands',
  tags,
  ...allows(mayImport),
  request: { params: JobParams },
  responses: { 200: answers(JobView, 'The job') },
})

const rowsRoute = createRoute({
  method: 'get',
  path: '/imports/{jobId}/rows',
  summary: 'What became of each row',
  tags,
  ...allows(mayImport),
  request: { params: JobParams, query: PageQuery },
  responses: { 200: answers(RowVerdictPage, 'A page of verdicts') },
})

export const importRoutes = createRoom()
  .openapi(startRoute, async (context) => {
    const body = context.req.valid('json')
    const started = await startImport(context.get('world'), context.get('actor'), body, onceOf(context, body))
    context.header('Location', `/api/imports/${started.job.jobId}`)
    return context.json(started, 201)
  })
  .openapi(runRoute, async (context) =>
    context.json(await runImport(context.get('world'), context.req.valid('param').jobId), 200),
  )
  .openapi(listRoute, async (context) =>
    context.json({ items: await listImports(context.get('world')) }, 200),
  )
  .openapi(showRoute, async (context) =>
    context.json(await showImport(context.get('world'), context.req.valid('param').jobId), 200),
  )
  .openapi(rowsRoute, async (context) => {
    const asked = {
      ...context.req.valid('query'),
      ...context.req.valid('param'),
      language: context.get('language'),
    }
    return context.json(await listVerdicts(context.get('world'), asked), 200)
  })
