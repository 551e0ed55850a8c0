// The history of what the company sets for all orders; settings-routes.ts says what each does.
import { createRoute } from '@hono/zod-openapi'
import { allows } from '#platform/http/authorize'
import type { Grant } from '#platform/http/rights'
import { answers } from '#platform/http/room'
import { AsOfQuery, HistoryPage, HistoryQuery, RecordAsOf } from '#shared/records'
import { staffRoles } from '#shared/roles'

const tags = ['History']
const ofCompany = {
  staff: staffRoles,
  client: ['master-data.read'],
  scope: { company: true },
} as const satisfies Grant
const page = { 200: answers(HistoryPage, 'What happened, newest first') }
const asOf = { 200: answers(RecordAsOf, 'The record at that instant') }

export const minimumHistoryRoute = createRoute({
  method: 'get',
  path: '/order-minimum/history',
  summary: 'Who changed what an order must come to at least',
  tags,
  ...allows(ofCompany),
  request: { query: HistoryQuery },
  responses: page,
})

export const minimumAsOfRoute = createRoute({
  method: 'get',
  path: '/order-minimum/history/record',
  summary: 'The order minimum as it stood at an instant',
  tags,
  ...allows(ofCompany),
  request: { query: AsOfQuery },
  responses: asOf,
})
