// The history of what the company sets for all orders, and of what looked odd by it; settings-routes.ts says what each does.
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { oddityLookers } from '#oddities'
import { allows } from '#platform/http/authorize'
import type { Grant } from '#platform/http/rights'
import { answers } from '#platform/http/room'
import { CustomerIdField } from '#shared/accounts'
import { CycleIdField } from '#shared/calendar'
import { AsOfQuery, HistoryPage, HistoryQuery, RecordAsOf } from '#shared/records'
import { staffRoles } from '#shared/roles'

const tags = ['History']
const ofCompany = {
  staff: staffRoles,
  client: ['master-data.read'],
  scope: { company: true },
} as const satisfies Grant
const OddityParams = z.object({ customerId: CustomerIdField, cycleId: CycleIdField })
const ofThresholds = { staff: oddityLookers, scope: { company: true } } as const satisfies Grant
const ofOddity = { staff: oddityLookers, scope: { customer: 'path' } } as const satisfies Grant
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

export const thresholdHistoryRoute = createRoute({
  method: 'get',
  path: '/oddity-thresholds/history',
  summary: 'Who changed from when on an order is worth a look',
  tags,
  ...allows(ofThresholds),
  request: { query: HistoryQuery },
  responses: page,
})

export const thresholdsAsOfRoute = createRoute({
  method: 'get',
  path: '/oddity-thresholds/history/record',
  summary: 'The thresholds as they stood at an instant',
  tags,
  ...allows(ofThresholds),
  request: { query: AsOfQuery },
  responses: asOf,
})

export const oddityHistoryRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/oddities/{cycleId}/history',
  summary: 'Who looked at what is odd, and what they found',
  tags,
  ...allows(ofOddity),
  request: { params: OddityParams, query: HistoryQuery },
  responses: page,
})

export const oddityAsOfRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/oddities/{cycleId}/history/record',
  summary: 'What a look had brought at an instant',
  tags,
  ...allows(ofOddity),
  request: { params: OddityParams, query: AsOfQuery },
  responses: asOf,
})
