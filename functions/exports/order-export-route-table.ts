// Files of one customer's orders, for its members too; routes.ts says what each does.
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import { IdempotencyHeader } from '#platform/http/idempotency'
import type { Grant } from '#platform/http/rights'
import { answers, json } from '#platform/http/room'
import { CustomerIdField } from '#shared/accounts'
import { ExportView, StartOrderExport } from '#shared/exports'
import { JobIdField } from '#shared/imports'
import { memberRoles, staffRoles } from '#shared/roles'

const tags = ['Exports']
const mayLook = {
  member: memberRoles,
  staff: staffRoles,
  client: ['orders.read'],
  scope: { customer: 'path' },
} as const satisfies Grant
const CustomerParams = z.object({ customerId: CustomerIdField })

export const startOrderExportRoute = createRoute({
  method: 'post',
  path: '/customers/{customerId}/exports',
  summary: 'Begin an export of the orders of a customer',
  tags,
  ...allows(mayLook),
  request: { params: CustomerParams, headers: IdempotencyHeader, body: json(StartOrderExport) },
  responses: { 201: answers(ExportView, 'The job') },
})

export const showOrderExportRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/exports/{jobId}',
  summary: "How an export of mine of a customer's orders stands, and where its file is",
  tags,
  ...allows(mayLook),
  request: { params: CustomerParams.extend({ jobId: JobIdField }) },
  responses: { 200: answers(ExportView, 'The job') },
})
