// Files of what belongs to one import or to one customer; routes.ts says what each does.
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import { IdempotencyHeader } from '#platform/http/idempotency'
import { type Grant, grantOf } from '#platform/http/rights'
import { answers, json } from '#platform/http/room'
import { CustomerIdField } from '#shared/accounts'
import {
  ExportView,
  StartImportRows,
  StartLimitExport,
  StartMessageExport,
  StartRefusedRows,
} from '#shared/exports'
import { ImportIdField } from '#shared/imports'

const tags = ['Exports']
const ofImport: Grant = { ...grantOf('importFiles', { company: true }), client: ['master-data.write'] }
const ImportParams = z.object({ importId: ImportIdField })
const theJob = { 201: answers(ExportView, 'The job') }

export const refusedRowsRoute = createRoute({
  method: 'post',
  path: '/imports/{importId}/refused-rows',
  summary: 'Begin a file of the refused rows of an import, with the reasons, to correct and send in again',
  tags,
  ...allows(ofImport),
  request: { params: ImportParams, headers: IdempotencyHeader, body: json(StartRefusedRows) },
  responses: theJob,
})

export const importRowsRoute = createRoute({
  method: 'post',
  path: '/imports/{importId}/rows/exports',
  summary: 'Begin a file of what became of the rows of an import',
  tags,
  ...allows(ofImport),
  request: { params: ImportParams, headers: IdempotencyHeader, body: json(StartImportRows) },
  responses: theJob,
})

export const messageExportRoute = createRoute({
  method: 'post',
  path: '/customers/{customerId}/messages/exports',
  summary: 'Begin a file of what the members of a customer were told, and how it was sent',
  tags,
  ...allows(grantOf('readSendLog', { customer: 'path' })),
  request: {
    params: z.object({ customerId: CustomerIdField }),
    headers: IdempotencyHeader,
    body: json(StartMessageExport),
  },
  responses: theJob,
})

export const limitExportRoute = createRoute({
  method: 'post',
  path: '/customers/{customerId}/limits/exports',
  summary: 'Begin a file of what a customer may take in a cycle',
  tags,
  ...allows({ ...grantOf('seeLimits', { customer: 'path' }), client: ['master-data.read'] }),
  request: {
    params: z.object({ customerId: CustomerIdField }),
    headers: IdempotencyHeader,
    body: json(StartLimitExport),
  },
  responses: theJob,
})
