// What files bring in, one by one and in bulk; single-routes.ts says what each does.
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import { IfMatchHeader } from '#platform/http/idempotency'
import { grantOf } from '#platform/http/rights'
import { answers, json } from '#platform/http/room'
import { CycleIdField } from '#shared/calendar'
import { DocumentNumberField, PastDocument, PastDocuments } from '#shared/imports'
import { SaveVerdicts } from '#shared/prices'
import { LimitsOfProduct, SaveLimit, SaveLimits } from '#shared/supply'

const client = ['master-data.write'] as const
const mayRelease = { ...grantOf('releaseSupply', { company: true }), client }
const mayRecord = { ...grantOf('recordPastOrders', { company: true }), client }
const CycleParams = z.object({ cycleId: CycleIdField })
const LimitParams = CycleParams.extend({ product: z.string().max(60).describe('Its id, or its code.') })

export const limitsRoute = createRoute({
  method: 'get',
  path: '/cycles/{cycleId}/limits/{product}',
  summary: 'What is released of a product in a cycle',
  tags: ['Supply'],
  ...allows(mayRelease),
  request: { params: LimitParams },
  responses: {
    200: answers(LimitsOfProduct, 'Its limits by grade, and what is left for whoever comes first'),
  },
})

export const putLimitRoute = createRoute({
  method: 'put',
  path: '/cycles/{cycleId}/limits/{product}',
  summary: 'Put one limit of a cycle in; the others stay',
  tags: ['Supply'],
  ...allows(mayRelease),
  request: { params: LimitParams, headers: IfMatchHeader, body: json(SaveLimit) },
  responses: { 200: answers(LimitsOfProduct, 'What is released of the product now') },
})

export const putLimitsRoute = createRoute({
  method: 'post',
  path: '/cycles/{cycleId}/limits/batch',
  summary: 'Put many limits of a cycle in at once; the others stay',
  tags: ['Supply'],
  ...allows(mayRelease),
  request: { params: CycleParams, body: json(SaveLimits) },
  responses: { 200: answers(SaveVerdicts, 'A verdict for each') },
})

export const putDocumentRoute = createRoute({
  method: 'put',
  path: '/past-orders/{document}',
  summary: 'Record an order of an earlier time, once',
  tags: ['Orders'],
  ...allows(mayRecord),
  request: { params: z.object({ document: DocumentNumberField }), body: json(PastDocument) },
  responses: { 200: answers(SaveVerdicts.shape.items.element, 'What became of it') },
})

export const putDocumentsRoute = createRoute({
  method: 'post',
  path: '/past-orders/batch',
  summary: 'Record many orders of earlier times, each by itself',
  tags: ['Orders'],
  ...allows(mayRecord),
  request: { body: json(PastDocuments) },
  responses: { 200: answers(SaveVerdicts, 'A verdict for each') },
})
