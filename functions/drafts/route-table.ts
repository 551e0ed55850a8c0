// The routes of what a customer prepares an order with, and their rights; draft-routes.ts says what each does.
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { mayOrder } from '#orders'
import { allows } from '#platform/http/authorize'
import { IdempotencyHeader, IfMatchHeader } from '#platform/http/idempotency'
import { grantOf } from '#platform/http/rights'
import { answers, json } from '#platform/http/room'
import { CustomerIdField } from '#shared/accounts'
import { CycleIdField } from '#shared/calendar'
import {
  Basket,
  ListIdField,
  OrderList,
  OrderLists,
  OrderRows,
  OrderRowsFile,
  PastQuantities,
  RemovedLists,
  SaveBasket,
  SaveOrderList,
  SaveStandingDraft,
  SaveStock,
  StandingDraft,
  Stock,
} from '#shared/drafts'
import { PageQuery } from '#shared/paging'

const tags = ['Orders']
const mayPrepare = allows({ ...mayOrder, scope: { customer: 'path' } })
const mayLook = allows({ ...grantOf('seeDrafts', { customer: 'path' }), client: ['orders.read'] })
const CustomerParams = z.object({ customerId: CustomerIdField })
const ListParams = CustomerParams.extend({ listId: ListIdField })

export const basketRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/basket',
  summary: 'The draft of a customer',
  tags,
  ...allows({ ...mayOrder, client: ['orders.read'], scope: { customer: 'path' } }),
  request: { params: CustomerParams },
  responses: { 200: answers(Basket, 'The draft') },
})

export const saveBasketRoute = createRoute({
  method: 'put',
  path: '/customers/{customerId}/basket',
  summary: 'Keep the draft of a customer',
  tags,
  ...mayPrepare,
  request: { params: CustomerParams, headers: IfMatchHeader, body: json(SaveBasket) },
  responses: { 200: answers(Basket, 'The draft as kept') },
})

export const stockRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/stock',
  summary: 'What a customer says it still has',
  tags,
  ...mayLook,
  request: { params: CustomerParams },
  responses: { 200: answers(Stock, 'Counts by product, each with when it was typed') },
})

export const saveStockRoute = createRoute({
  method: 'put',
  path: '/customers/{customerId}/stock',
  summary: 'Say what a customer still has of some products',
  tags,
  ...mayPrepare,
  request: { params: CustomerParams, headers: IfMatchHeader, body: json(SaveStock) },
  responses: { 200: answers(Stock, 'All counts as kept') },
})

export const listsRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/order-lists',
  summary: 'The lists of a customer to order from, favourites among them',
  tags,
  ...mayLook,
  request: { params: CustomerParams },
  responses: { 200: answers(OrderLists, 'All lists with their lines') },
})

export const removedListsRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/order-lists/removed',
  summary: 'The lists that a customer has deleted; their history stays',
  tags,
  ...mayLook,
  request: { params: CustomerParams, query: PageQuery },
  responses: { 200: answers(RemovedLists, 'The last one first') },
})

export const createListRoute = createRoute({
  method: 'post',
  path: '/customers/{customerId}/order-lists',
  summary: 'Make a list',
  tags,
  ...mayPrepare,
  request: { params: CustomerParams, headers: IdempotencyHeader, body: json(SaveOrderList) },
  responses: { 201: answers(OrderList, 'The list') },
})

export const saveListRoute = createRoute({
  method: 'put',
  path: '/customers/{customerId}/order-lists/{listId}',
  summary: 'Rename a list or put other lines into it',
  tags,
  ...mayPrepare,
  request: { params: ListParams, headers: IfMatchHeader, body: json(SaveOrderList) },
  responses: { 200: answers(OrderList, 'The list as kept') },
})

export const removeListRoute = createRoute({
  method: 'delete',
  path: '/customers/{customerId}/order-lists/{listId}',
  summary: 'Delete a list',
  tags,
  ...mayPrepare,
  request: { params: ListParams, headers: IfMatchHeader },
  responses: { 204: { description: 'It is gone' } },
})

export const pastQuantitiesRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/past-quantities',
  summary: 'What a customer ordered in its last four cycles',
  tags,
  ...mayLook,
  request: { params: CustomerParams, query: z.object({ current: CycleIdField.optional() }) },
  responses: { 200: answers(PastQuantities, 'Quantities by product, the newest cycle first') },
})

export const orderRowsRoute = createRoute({
  method: 'post',
  path: '/customers/{customerId}/order-rows',
  summary: 'Read the rows of a file to order from; nothing is kept',
  tags,
  ...mayPrepare,
  request: { params: CustomerParams, body: json(OrderRowsFile) },
  responses: { 200: answers(OrderRows, 'The cells of each row') },
})

export const standingDraftRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/standing-draft',
  summary: 'Whether the draft of a customer is placed at the cut-off',
  tags,
  ...allows({ ...mayOrder, client: ['orders.read'], scope: { customer: 'path' } }),
  request: { params: CustomerParams },
  responses: { 200: answers(StandingDraft, 'The choice; off at version 0 while nobody has made it') },
})

export const saveStandingDraftRoute = createRoute({
  method: 'put',
  path: '/customers/{customerId}/standing-draft',
  summary: 'Have the draft placed at the cut-off, or not',
  tags,
  ...allows(grantOf('keepStandingDraft', { customer: 'path' })),
  request: { params: CustomerParams, headers: IfMatchHeader, body: json(SaveStandingDraft) },
  responses: { 200: answers(StandingDraft, 'The choice as kept') },
})
