// The routes of this room with their rights; routes.ts says what each does.
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import { IdempotencyHeader } from '#platform/http/idempotency'
import { type Grant, grantOf } from '#platform/http/rights'
import { answers, json } from '#platform/http/room'
import {
  Objection,
  ObjectionOfOrder,
  ObjectionQuery,
  RaiseObjection,
  SettleObjection,
  UnitObjectionPage,
} from '#shared/objections'
import { OrderIdField } from '#shared/orders'

const tags = ['Objections']
const OrderParams = z.object({ orderId: OrderIdField })
const ofOrder = { scope: { customer: 'order' }, notFound: 'orders.order_not_found' } as const satisfies Grant

export const raiseRoute = createRoute({
  method: 'post',
  path: '/orders/{orderId}/objection',
  summary: 'Object to an order that was placed in the shop’s name',
  tags,
  ...allows({ ...grantOf('object', ofOrder.scope), ...ofOrder }),
  request: { params: OrderParams, headers: IdempotencyHeader, body: json(RaiseObjection) },
  responses: { 201: answers(Objection, 'The objection') },
})

export const objectionRoute = createRoute({
  method: 'get',
  path: '/orders/{orderId}/objection',
  summary: 'The objection to an order, and until when one may be raised',
  tags,
  ...allows({ ...grantOf('seeObjections', ofOrder.scope), ...ofOrder }),
  request: { params: OrderParams },
  responses: { 200: answers(ObjectionOfOrder, 'Both are absent when there is nothing to say') },
})

export const settleRoute = createRoute({
  method: 'post',
  path: '/orders/{orderId}/objection/settlement',
  summary: 'Settle an objection: the order was put right, or an answer',
  tags,
  ...allows({ ...grantOf('settleObjections', ofOrder.scope), ...ofOrder }),
  request: { params: OrderParams, body: json(SettleObjection) },
  responses: { 200: answers(Objection, 'The objection') },
})

export const objectionsRoute = createRoute({
  method: 'get',
  path: '/objections',
  summary: 'Objections of the customers of my units',
  tags,
  ...allows(grantOf('settleObjections', { unit: 'query' })),
  request: { query: ObjectionQuery },
  responses: { 200: answers(UnitObjectionPage, 'A page of objections of one state, by unit') },
})
