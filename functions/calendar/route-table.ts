// The routes of this room with their rights; routes.ts says what each does.
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import { IfMatchHeader } from '#platform/http/idempotency'
import { type Grant, grantOf } from '#platform/http/rights'
import { answers, json } from '#platform/http/room'
import { CustomerIdField } from '#shared/accounts'
import {
  ChangeCycle,
  CycleDetails,
  CycleIdField,
  CycleQuery,
  PlanPreview,
  PreviewPlan,
  SavePlan,
  StoredPlan,
} from '#shared/calendar'
import { memberRoles, staffRoles } from '#shared/roles'

const tags = ['Calendar']
const mayLook = {
  staff: staffRoles,
  client: ['master-data.read'],
  scope: { company: true },
} as const satisfies Grant
const CycleParams = z.object({ cycleId: CycleIdField })

export const cyclesRoute = createRoute({
  method: 'get',
  path: '/cycles',
  summary: 'Order cycles',
  tags,
  ...allows(mayLook),
  request: { query: CycleQuery },
  responses: { 200: answers(z.object({ items: z.array(CycleDetails) }), 'Cycles, newest first') },
})

export const cycleRoute = createRoute({
  method: 'get',
  path: '/cycles/{cycleId}',
  summary: 'An order cycle',
  tags,
  ...allows(mayLook),
  request: { params: CycleParams },
  responses: { 200: answers(CycleDetails, 'The cycle') },
})

export const changeCycleRoute = createRoute({
  method: 'put',
  path: '/cycles/{cycleId}',
  summary: 'Move a coming cycle, or let an open one close later',
  tags,
  ...allows(grantOf('changeCycles', { company: true })),
  request: { params: CycleParams, headers: IfMatchHeader, body: json(ChangeCycle) },
  responses: { 200: answers(CycleDetails, 'The cycle as it is now; its shops are told') },
})

export const cyclesOfCustomerRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/cycles',
  summary: 'The open and coming cycles of a customer',
  tags,
  ...allows({
    member: memberRoles,
    staff: staffRoles,
    client: ['orders.read'],
    scope: { customer: 'path' },
  }),
  request: { params: z.object({ customerId: CustomerIdField }) },
  responses: { 200: answers(z.object({ items: z.array(CycleDetails) }), 'Cycles, the next one first') },
})

export const planRoute = createRoute({
  method: 'get',
  path: '/order-plan',
  summary: 'The order plan of the company',
  tags,
  ...allows(mayLook),
  responses: { 200: answers(StoredPlan, 'The plan; version 0 of what the preset begins with') },
})

export const savePlanRoute = createRoute({
  method: 'put',
  path: '/order-plan',
  summary: 'Change the order plan; cycles that are not open yet follow it',
  tags,
  ...allows(grantOf('planOrders', { company: true })),
  request: { headers: IfMatchHeader, body: json(SavePlan) },
  responses: { 200: answers(StoredPlan, 'The plan as kept') },
})

export const previewPlanRoute = createRoute({
  method: 'post',
  path: '/order-plan/preview',
  summary: 'What keeping an order plan would move, and for how many shops',
  tags,
  ...allows(grantOf('planOrders', { company: true })),
  request: { body: json(PreviewPlan) },
  responses: { 200: answers(PlanPreview, 'The batches whose windows would change; nothing is kept') },
})
