// The routes of this room with their rights; routes.ts says what each does.
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import { IdempotencyHeader } from '#platform/http/idempotency'
import { grantOf } from '#platform/http/rights'
import { answers, json } from '#platform/http/room'
import { CustomerIdField } from '#shared/accounts'
import {
  AskForChange,
  ChangeRequest,
  ChangeRequests,
  DecideRequest,
  RequestIdField,
  RequestQuery,
  UnitRequestPage,
  Upload,
} from '#shared/requests'

const tags = ['Requests of shops']
const CustomerParams = z.object({ customerId: CustomerIdField })
const RequestParams = CustomerParams.extend({ requestId: RequestIdField })
const mayAsk = grantOf('askForChange', { customer: 'path' })
const mayDecide = grantOf('decideRequests', { customer: 'path' })
const mayLook = grantOf('seeRequests', { customer: 'path' })

export const uploadRoute = createRoute({
  method: 'post',
  path: '/customers/{customerId}/uploads',
  summary: 'Where to send the picture of a licence',
  tags,
  ...allows(mayAsk),
  request: { params: CustomerParams, headers: IdempotencyHeader },
  responses: { 201: answers(Upload, 'Send it there by PUT within the hour') },
})

export const askRoute = createRoute({
  method: 'post',
  path: '/customers/{customerId}/requests',
  summary: 'Ask for other addresses, a contact, or a renewed licence',
  tags,
  ...allows(mayAsk),
  request: { params: CustomerParams, headers: IdempotencyHeader, body: json(AskForChange) },
  responses: { 201: answers(ChangeRequest, 'The request') },
})

export const requestsOfCustomerRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/requests',
  summary: 'What a customer has asked for',
  tags,
  ...allows(mayLook),
  request: { params: CustomerParams },
  responses: { 200: answers(ChangeRequests, 'All requests') },
})

export const requestRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/requests/{requestId}',
  summary: 'A request with what it asks and how the customer stands',
  tags,
  ...allows(mayLook),
  request: { params: RequestParams },
  responses: { 200: answers(ChangeRequest, 'The request') },
})

export const decideRoute = createRoute({
  method: 'post',
  path: '/customers/{customerId}/requests/{requestId}/decision',
  summary: 'Approve or refuse a request',
  tags,
  ...allows(mayDecide),
  request: { params: RequestParams, body: json(DecideRequest) },
  responses: { 200: answers(ChangeRequest, 'The request') },
})

export const withdrawRoute = createRoute({
  method: 'post',
  path: '/customers/{customerId}/requests/{requestId}/withdrawal',
  summary: 'Take a request back',
  tags,
  ...allows(mayAsk),
  request: { params: RequestParams },
  responses: { 200: answers(ChangeRequest, 'The request') },
})

export const requestsRoute = createRoute({
  method: 'get',
  path: '/requests',
  summary: 'Requests of the customers of my units',
  tags,
  ...allows({ ...mayLook, member: [], scope: { unit: 'query' } }),
  request: { query: RequestQuery },
  responses: { 200: answers(UnitRequestPage, 'A page of requests of one state, by unit') },
})
