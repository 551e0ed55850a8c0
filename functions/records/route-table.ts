// The routes by which a customer's whole record is taken out; routes.ts says what each does.
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import { IdempotencyHeader } from '#platform/http/idempotency'
import { grantOf } from '#platform/http/rights'
import { answers } from '#platform/http/room'
import { CustomerIdField } from '#shared/accounts'
import { JobIdField } from '#shared/imports'
import { ArchiveView } from '#shared/records'

const tags = ['History']
const CustomerParams = z.object({ customerId: CustomerIdField })
const mayArchive = grantOf('archiveCustomers', { customer: 'path' })

export const startArchiveRoute = createRoute({
  method: 'post',
  path: '/customers/{customerId}/archive',
  summary: 'Begin an archive of all that is known of a customer',
  tags,
  ...allows(mayArchive),
  request: { params: CustomerParams, headers: IdempotencyHeader },
  responses: { 201: answers(ArchiveView, 'The job') },
})

export const showArchiveRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/archive/{jobId}',
  summary: 'How an archive of mine stands, and where its file is',
  tags,
  ...allows(mayArchive),
  request: {
    params: CustomerParams.extend({ jobId: JobIdField }),
  },
  responses: { 200: answers(ArchiveView, 'The job') },
})
