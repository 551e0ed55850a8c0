// The routes of prices with their rights; price-routes.ts says what each does.
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import { IfMatchHeader } from '#platform/http/idempotency'
import { type Grant, grantOf } from '#platform/http/rights'
import { answers, json } from '#platform/http/room'
import { BusinessDateField, CustomerIdField } from '#shared/accounts'
import { rolesThatSee } from '#shared/customer-cuts'
import { PageQuery } from '#shared/paging'
import {
  Agreement,
  ListCodeField,
  Price,
  PriceList,
  PricePage,
  Publication,
  PublicationChanges,
  PublicationView,
  PublishCatalogue,
  RemovedPrices,
  SaveAgreement,
  SavePrice,
  SavePriceList,
  SavePrices,
  SaveVerdicts,
} from '#shared/prices'
import { staffRoles } from '#shared/roles'

const tags = ['Prices']
const mayRead = {
  staff: staffRoles,
  client: ['master-data.read'],
  scope: { company: true },
} as const satisfies Grant
const mayChange: Grant = { ...grantOf('keepPrices', { company: true }), client: ['master-data.write'] }

const ListParams = z.object({ list: ListCodeField })
const PriceParams = ListParams.extend({ product: z.string().max(60).describe('Its id, or its code.') })
const CustomerParams = z.object({ customerId: CustomerIdField })

export const listsRoute = createRoute({
  method: 'get',
  path: '/price-lists',
  summary: 'The price lists',
  tags,
  ...allows(mayRead),
  responses: { 200: answers(z.object({ items: z.array(PriceList) }), 'All lists, by code') },
})

export const saveListRoute = createRoute({
  method: 'put',
  path: '/price-lists/{list}',
  summary: 'Put a price list in, or change it',
  tags,
  ...allows(mayChange),
  request: { params: ListParams, headers: IfMatchHeader, body: json(SavePriceList) },
  responses: { 200: answers(PriceList, 'The list as kept') },
})

export const pricesRoute = createRoute({
  method: 'get',
  path: '/price-lists/{list}/prices',
  summary: 'What a list says, published or not, by product',
  tags,
  ...allows(mayRead),
  request: {
    params: ListParams,
    query: PageQuery.extend({
      text: z.string().max(100).optional().describe('In name, pinyin, code or barcode of the product.'),
      asOf: BusinessDateField.optional().describe('Only what holds on that day.'),
    }),
  },
  responses: { 200: answers(PricePage, 'A page of rows') },
})

export const savePriceRoute = createRoute({
  method: 'put',
  path: '/price-lists/{list}/prices/{product}',
  summary: 'Put a row of a list in: one product from one day on',
  tags,
  ...allows(mayChange),
  request: { params: PriceParams, headers: IfMatchHeader, body: json(SavePrice) },
  responses: { 200: answers(Price, 'The row as kept') },
})

export const savePricesRoute = createRoute({
  method: 'post',
  path: '/price-lists/{list}/prices/batch',
  summary: 'Put many rows of a list in, each by itself',
  tags,
  ...allows(mayChange),
  request: { params: ListParams, body: json(SavePrices) },
  responses: { 200: answers(SaveVerdicts, 'A verdict for each') },
})

export const removePriceRoute = createRoute({
  method: 'delete',
  path: '/price-lists/{list}/prices/{product}',
  summary: 'Take a row of a list away',
  tags,
  ...allows(mayChange),
  request: {
    params: PriceParams,
    headers: IfMatchHeader,
    query: z.object({ from: BusinessDateField.optional().describe('The first day of the row.') }),
  },
  responses: { 204: { description: 'It is gone from the next publication on' } },
})

export const removedPricesRoute = createRoute({
  method: 'get',
  path: '/price-lists/{list}/prices/removed',
  summary: 'The rows that were taken away from a list; their history stays',
  tags,
  ...allows({ ...mayRead, staff: rolesThatSee('money') }),
  request: { params: ListParams, query: PageQuery },
  responses: { 200: answers(RemovedPrices, 'The last one first') },
})

export const changesRoute = createRoute({
  method: 'get',
  path: '/price-lists/changes',
  summary: 'What a publication made now would change, and for whom',
  tags,
  ...allows(mayChange),
  responses: { 200: answers(PublicationChanges, 'The changes') },
})

export const publicationRoute = createRoute({
  method: 'post',
  path: '/price-lists/publication',
  summary: 'Publish products and prices',
  tags,
  ...allows(mayChange),
  request: { headers: IfMatchHeader, body: json(PublishCatalogue) },
  responses: { 200: answers(Publication, 'The version that is now in force') },
})

export const pastPublicationRoute = createRoute({
  method: 'get',
  path: '/publications/{version}/changes',
  summary: 'What a publication of earlier changed',
  tags,
  ...allows({ ...mayRead, staff: rolesThatSee('money') }),
  request: { params: z.object({ version: z.coerce.number().int().min(1).max(1_000_000) }) },
  responses: { 200: answers(PublicationView, 'The changes, 500 of each kind at most') },
})

export const agreementRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/agreement',
  summary: 'What was agreed with a customer',
  tags,
  ...allows({ staff: rolesThatSee('money'), client: ['master-data.read'], scope: { customer: 'path' } }),
  request: { params: CustomerParams },
  responses: { 200: answers(Agreement, 'The agreement; version 0 when there is none') },
})

export const saveAgreementRoute = createRoute({
  method: 'put',
  path: '/customers/{customerId}/agreement',
  summary: 'Put the agreement with a customer in; it holds at once',
  tags,
  ...allows({ ...grantOf('keepAgreements', { customer: 'path' }), client: ['master-data.write'] }),
  request: { params: CustomerParams, headers: IfMatchHeader, body: json(SaveAgreement) },
  responses: { 200: answers(Agreement, 'The agreement as kept') },
})
