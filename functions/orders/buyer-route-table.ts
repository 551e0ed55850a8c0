// The routes of what a shop's buyers may order on their own, and their rights; buyer-routes.ts says what each does.
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import { IfMatchHeader } from '#platform/http/idempotency'
import { grantOf } from '#platform/http/rights'
import { answers, json } from '#platform/http/room'
import { CustomerIdField } from '#shared/accounts'
import { BuyerSettings, SaveBuyerSettings, Spending } from '#shared/spending'

const tags = ['Orders']
const CustomerParams = z.object({ customerId: CustomerIdField })

export const buyerSettingsRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/buyer-settings',
  summary: 'What the buyers of a shop may order on their own',
  tags,
  ...allows(grantOf('seeBuyerLimits', { customer: 'path' })),
  request: { params: CustomerParams },
  responses: { 200: answers(BuyerSettings, 'When the owner approves, and the limits of people') },
})

export const saveBuyerSettingsRoute = createRoute({
  method: 'put',
  path: '/customers/{customerId}/buyer-settings',
  summary: 'Settle what the buyers of a shop may order on their own',
  tags,
  ...allows(grantOf('limitBuyers', { customer: 'path' })),
  request: { params: CustomerParams, headers: IfMatchHeader, body: json(SaveBuyerSettings) },
  responses: { 200: answers(BuyerSettings, 'As it is now') },
})

export const spendingRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/spending',
  summary: 'What I may still order for a shop on my own',
  tags,
  ...allows(grantOf('order', { customer: 'path' })),
  request: { params: CustomerParams },
  responses: { 200: answers(Spending, 'My limit with what is spent of it') },
})
