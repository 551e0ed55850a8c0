// The routes of this room with their rights; routes.ts says what each does.
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import { IdempotencyHeader } from '#platform/http/idempotency'
import type { Grant } from '#platform/http/rights'
import { answers } from '#platform/http/room'
import { CustomerIdField } from '#shared/accounts'
import { CodeField, ProductIdField } from '#shared/catalogue'
import { rolesThatSee } from '#shared/customer-cuts'
import {
  ArchiveView,
  AsOfQuery,
  HistoryPage,
  HistoryQuery,
  PriceAsOfQuery,
  PriceHistoryQuery,
  RecordAsOf,
} from '#shared/records'
import { memberRoles, staffRoles } from '#shared/roles'

const tags = ['History']
const CustomerParams = z.object({ customerId: CustomerIdField })
const ProductParams = z.object({ productId: ProductIdField })
const PriceParams = ProductParams.extend({ list: z.string().regex(/^[\w-]{1,20}$/) })
const ofCustomer = {
  member: memberRoles,
  staff: staffRoles,
  client: ['master-data.read'],
  scope: { customer: 'path' },
} as const satisfies Grant
const ofProduct = {
  staff: staffRoles,
  client: ['master-data.read'],
  scope: { company: true },
} as const satisfies Grant
const ofPrice = { ...ofProduct, staff: rolesThatSee('money') } as const satisfies Grant
const ofAgreement = { ...ofPrice, scope: { customer: 'path' } } as const satisfies Grant
const ofCompany = { staff: ['administrator'], scope: { company: true } } as const satisfies Grant
const ListParams = z.object({ list: z.string().regex(/^[\w-]{1,20}$/) })
const CategoryParams = z.object({ category: CodeField })
const mayArchive = {
  member: ['owner'],
  staff: ['administrator', 'account-manager'],
  scope: { customer: 'path' },
} as const satisfies Grant
const page = { 200: answers(HistoryPage, 'What happened, newest first') }
const asOf = { 200: answers(RecordAsOf, 'The record at that instant') }

export const customerHistoryRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/history',
  summary: 'Who changed what of a customer',
  tags,
  ...allows(ofCustomer),
  request: { params: CustomerParams, query: HistoryQuery },
  responses: page,
})

export const customerAsOfRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/history/record',
  summary: 'A customer as it stood at an instant',
  tags,
  ...allows(ofCustomer),
  request: { params: CustomerParams, query: AsOfQuery },
  responses: asOf,
})

export const productHistoryRoute = createRoute({
  method: 'get',
  path: '/products/{productId}/history',
  summary: 'Who changed what of a product',
  tags,
  ...allows(ofProduct),
  request: { params: ProductParams, query: HistoryQuery },
  responses: page,
})

export const productAsOfRoute = createRoute({
  method: 'get',
  path: '/products/{productId}/history/record',
  summary: 'A product as it stood at an instant',
  tags,
  ...allows(ofProduct),
  request: { params: ProductParams, query: AsOfQuery },
  responses: asOf,
})

export const priceHistoryRoute = createRoute({
  method: 'get',
  path: '/price-lists/{list}/prices/{productId}/history',
  summary: 'Who changed what a list asks for a product',
  tags,
  ...allows(ofPrice),
  request: { params: PriceParams, query: PriceHistoryQuery },
  responses: page,
})

export const priceAsOfRoute = createRoute({
  method: 'get',
  path: '/price-lists/{list}/prices/{productId}/history/record',
  summary: 'What a list asked for a product at an instant',
  tags,
  ...allows(ofPrice),
  request: { params: PriceParams, query: PriceAsOfQuery },
  responses: asOf,
})

export const agreementHistoryRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/agreement/history',
  summary: 'Who changed what of the agreement with a customer',
  tags,
  ...allows(ofAgreement),
  request: { params: CustomerParams, query: HistoryQuery },
  responses: page,
})

export const agreementAsOfRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/agreement/history/record',
  summary: 'What was agreed with a customer at an instant',
  tags,
  ...allows(ofAgreement),
  request: { params: CustomerParams, query: AsOfQuery },
  responses: asOf,
})

export const listHistoryRoute = createRoute({
  method: 'get',
  path: '/price-lists/{list}/history',
  summary: 'Who changed what of a price list itself',
  tags,
  ...allows(ofPrice),
  request: { params: ListParams, query: HistoryQuery },
  responses: page,
})

export const categoryHistoryRoute = createRoute({
  method: 'get',
  path: '/categories/{category}/history',
  summary: 'Who changed what of a category',
  tags,
  ...allows(ofProduct),
  request: { params: CategoryParams, query: HistoryQuery },
  responses: page,
})

export const publicationsHistoryRoute = createRoute({
  method: 'get',
  path: '/publications/history',
  summary: 'Who published products and prices',
  tags,
  ...allows(ofPrice),
  request: { query: HistoryQuery },
  responses: page,
})

export const publicationAsOfRoute = createRoute({
  method: 'get',
  path: '/publications/history/record',
  summary: 'What was published at an instant',
  tags,
  ...allows(ofPrice),
  request: { query: AsOfQuery },
  responses: asOf,
})

export const listAsOfRoute = createRoute({
  method: 'get',
  path: '/price-lists/{list}/history/record',
  summary: 'A price list itself as it stood at an instant',
  tags,
  ...allows(ofPrice),
  request: { params: ListParams, query: AsOfQuery },
  responses: asOf,
})

export const categoryAsOfRoute = createRoute({
  method: 'get',
  path: '/categories/{category}/history/record',
  summary: 'A category as it stood at an instant',
  tags,
  ...allows(ofProduct),
  request: { params: CategoryParams, query: AsOfQuery },
  responses: asOf,
})

export const companyHistoryRoute = createRoute({
  method: 'get',
  path: '/company/history',
  summary: 'Who changed what of the settings of the company and of its units',
  tags,
  ...allows(ofCompany),
  request: { query: HistoryQuery },
  responses: page,
})

export const companyAsOfRoute = createRoute({
  method: 'get',
  path: '/company/history/record',
  summary: 'The settings of the company and its units at an instant',
  tags,
  ...allows(ofCompany),
  request: { query: AsOfQuery },
  responses: asOf,
})

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
    params: CustomerParams.extend({
      jobId: z.templateLiteral(['job_', z.string().regex(/^[0-9A-Z]{16,26}$/)]),
    }),
  },
  responses: { 200: answers(ArchiveView, 'The job') },
})
