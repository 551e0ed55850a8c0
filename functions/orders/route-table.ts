// The routes of this room with their rights; routes.ts says what each does.
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import { IdempotencyHeader, IfMatchHeader } from '#platform/http/idempotency'
import type { Grant } from '#platform/http/rights'
import { answers, json } from '#platform/http/room'
import { CustomerIdField, UnitPathField } from '#shared/accounts'
import { CycleIdField } from '#shared/calendar'
import { Assortment } from '#shared/catalogue'
import { rolesThatSee } from '#shared/customer-cuts'
import {
  ChangeOrder,
  Order,
  OrderDetails,
  OrderFilter,
  OrderIdField,
  OrderPage,
  PlaceOrder,
  UnitOrderPage,
} from '#shared/orders'
import { PageQuery } from '#shared/paging'
import { AsOfQuery, History, RecordAsOf } from '#shared/records'
import { whoMay } from '#shared/rights'
import { memberRoles, staffRoles } from '#shared/roles'

const tags = ['Orders']
/** Who may order for a customer, and prepare what is ordered. */
export const mayOrder = { ...whoMay.order, client: ['orders.write'] } as const
const mayLook = { member: memberRoles, staff: staffRoles, client: ['orders.read'] } as const
const ofOrder = { scope: { customer: 'order' }, notFound: 'orders.order_not_found' } as const satisfies Grant
const OrderParams = z.object({ orderId: OrderIdField })
const SearchQuery = PageQuery.extend(OrderFilter.pick({ text: true }).shape)
const CustomerParams = z.object({ customerId: CustomerIdField })

export const placeRoute = createRoute({
  method: 'post',
  path: '/orders',
  summary: 'Place an order',
  tags,
  // The order itself proves it: an answer beside it would be a round trip more.
  ...allows({ ...mayOrder, scope: { customer: 'body' } }, { isProvenByRoom: true }),
  request: { headers: IdempotencyHeader, body: json(PlaceOrder) },
  responses: { 201: answers(Order, 'The order, at the prices of the server') },
})

export const ordersRoute = createRoute({
  method: 'get',
  path: '/orders',
  summary: 'Orders of my units: of a cycle, else the latest',
  tags,
  ...allows({ staff: staffRoles, client: ['orders.read'], scope: { unit: 'query' } }),
  request: {
    query: PageQuery.extend({
      ...OrderFilter.shape,
      unitPath: UnitPathField.optional(),
      cycleId: CycleIdField.optional(),
    }),
  },
  responses: { 200: answers(UnitOrderPage, 'A page of orders, by week and unit') },
})

export const ordersOfCustomerRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/orders',
  summary: 'Orders of a customer',
  tags,
  ...allows({ ...mayLook, scope: { customer: 'path' } }),
  request: { params: CustomerParams, query: SearchQuery },
  responses: { 200: answers(OrderPage, 'A page of orders, newest first') },
})

export const orderRoute = createRoute({
  method: 'get',
  path: '/orders/{orderId}',
  summary: 'An order',
  tags,
  ...allows({ ...mayLook, ...ofOrder }),
  request: { params: OrderParams },
  responses: { 200: answers(OrderDetails, 'The order with the names of its products') },
})

export const changeRoute = createRoute({
  method: 'put',
  path: '/orders/{orderId}',
  summary: 'Change an order while its window is open',
  tags,
  ...allows({ ...mayOrder, ...ofOrder }),
  request: { params: OrderParams, headers: IfMatchHeader, body: json(ChangeOrder) },
  responses: { 200: answers(Order, 'The new version') },
})

export const cancellationRoute = createRoute({
  method: 'post',
  path: '/orders/{orderId}/cancellation',
  summary: 'Cancel an order while its window is open',
  tags,
  ...allows({ ...mayOrder, ...ofOrder }),
  request: { params: OrderParams, headers: IfMatchHeader },
  responses: { 200: answers(Order, 'The cancelled order') },
})

export const historyRoute = createRoute({
  method: 'get',
  path: '/orders/{orderId}/history',
  summary: 'What happened to an order',
  tags,
  ...allows({ ...mayLook, ...ofOrder }),
  request: { params: OrderParams },
  responses: { 200: answers(History, 'Events, oldest first') },
})

export const orderAsOfRoute = createRoute({
  method: 'get',
  path: '/orders/{orderId}/history/record',
  summary: 'An order as it stood at an instant',
  tags,
  ...allows({ ...mayLook, ...ofOrder }),
  request: { params: OrderParams, query: AsOfQuery },
  responses: { 200: answers(RecordAsOf, 'The version and the state in force then') },
})

export const assortmentRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/assortment',
  summary: 'What a customer may order now',
  tags,
  ...allows({ ...mayLook, staff: rolesThatSee('money'), scope: { customer: 'path' } }),
  request: { params: CustomerParams, headers: z.object({ 'if-none-match': z.string().max(100).optional() }) },
  responses: {
    200: answers(Assortment, 'Products with prices, limits and the window'),
    304: { description: 'It is as it was; `portal-now` says what time the server has' },
  },
})
