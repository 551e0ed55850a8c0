// The history of customers, of products and prices, and of the company itself.
import * as z from 'zod'
import { type Grant, grantOf } from '#platform/http/rights'
import { CustomerIdField } from '#shared/accounts'
import { CodeField, ProductIdField } from '#shared/catalogue'
import { rolesThatSee } from '#shared/customer-cuts'
import { PriceDayField } from '#shared/records'
import { memberRoles, staffRoles } from '#shared/roles'
import { historyRoutes, onlyOne, tells } from './history-routes.ts'

const customer = z.object({ customerId: CustomerIdField })
const product = z.object({ productId: ProductIdField })
const priceList = z.object({ list: z.string().regex(/^[\w-]{1,20}$/) })
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
const ofCompany = grantOf('seeCompany', { company: true })

export const masterDataHistoryRoutes = historyRoutes([
  tells({
    path: '/customers/{customerId}',
    parts: customer,
    rights: ofCustomer,
    named: (named) => named,
    history: 'Who changed what of a customer',
    record: 'A customer as it stood at an instant',
  }),
  tells({
    path: '/customers/{customerId}/agreement',
    parts: customer,
    rights: ofAgreement,
    named: ({ customerId }) => ({ agreementOf: customerId }),
    history: 'Who changed what of the agreement with a customer',
    record: 'What was agreed with a customer at an instant',
  }),
  tells({
    path: '/products/{productId}',
    parts: product,
    rights: ofProduct,
    named: (named) => named,
    history: 'Who changed what of a product',
    record: 'A product as it stood at an instant',
  }),
  tells({
    path: '/categories/{category}',
    parts: z.object({ category: CodeField }),
    rights: ofProduct,
    named: (named) => named,
    history: 'Who changed what of a category',
    record: 'A category as it stood at an instant',
  }),
  tells({
    path: '/price-lists/{list}',
    parts: priceList,
    rights: ofPrice,
    named: ({ list }) => ({ priceList: list }),
    history: 'Who changed what of a price list itself',
    record: 'A price list itself as it stood at an instant',
  }),
  tells({
    path: '/price-lists/{list}/prices/{productId}',
    parts: priceList.extend({ ...product.shape, from: PriceDayField }),
    rights: ofPrice,
    named: (price) => price,
    history: 'Who changed what a list asks for a product',
    record: 'What a list asked for a product at an instant',
  }),
  tells({
    path: '/publications',
    parts: onlyOne,
    rights: ofPrice,
    named: () => ({ published: true }),
    history: 'Who published products and prices',
    record: 'What was published at an instant',
  }),
  tells({
    path: '/company',
    parts: onlyOne,
    rights: ofCompany,
    named: () => ({ company: true }),
    history: 'Who changed what of the settings of the company and of its units',
    record: 'The settings of the company and its units at an instant',
  }),
])
