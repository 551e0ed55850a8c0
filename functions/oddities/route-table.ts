// The routes of this room with their rights; routes.ts says what each does.
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import { IfMatchHeader } from '#platform/http/idempotency'
import { grantOf } from '#platform/http/rights'
import { answers, json } from '#platform/http/room'
import { CustomerIdField, UnitPathField } from '#shared/accounts'
import { CycleIdField } from '#shared/calendar'
import {
  Oddity,
  OddityCounts,
  OddityPage,
  OddityQuery,
  OddityThresholds,
  ReviewOddity,
  StoredThresholds,
} from '#shared/oddities'

const tags = ['Oddities']

export const odditiesRoute = createRoute({
  method: 'get',
  path: '/oddities',
  summary: 'Shops of my units whose orders in a closed cycle are worth a look',
  tags,
  ...allows(grantOf('seeOddities', { unit: 'query' })),
  request: { query: OddityQuery },
  responses: { 200: answers(OddityPage, 'A page of shops, by unit') },
})

export const countsRoute = createRoute({
  method: 'get',
  path: '/oddity-counts',
  summary: 'How many shops of my units are worth a look in a closed cycle, by reason and unit',
  tags,
  ...allows(grantOf('seeOddities', { unit: 'query' })),
  request: {
    query: z.object({ cycleId: CycleIdField.optional(), unitPath: UnitPathField.optional() }),
  },
  responses: { 200: answers(OddityCounts, 'Counts of the cycle asked for, else of the last one') },
})

export const reviewRoute = createRoute({
  method: 'put',
  path: '/customers/{customerId}/oddities/{cycleId}/review',
  summary: 'Note what a look brought: fine, or to be followed',
  tags,
  ...allows(grantOf('reviewOddities', { customer: 'path' })),
  request: {
    params: z.object({ customerId: CustomerIdField, cycleId: CycleIdField }),
    headers: IfMatchHeader,
    body: json(ReviewOddity),
  },
  responses: { 200: answers(Oddity, 'The shop with what came of the look') },
})

export const thresholdsRoute = createRoute({
  method: 'get',
  path: '/oddity-thresholds',
  summary: 'From when on an order is worth a look',
  tags,
  ...allows(grantOf('seeOddities', { company: true })),
  responses: { 200: answers(StoredThresholds, 'The thresholds; version 0 of what a company begins with') },
})

export const saveThresholdsRoute = createRoute({
  method: 'put',
  path: '/oddity-thresholds',
  summary: 'Change from when on an order is worth a look; for the cycles that close from now on',
  tags,
  ...allows(grantOf('keepThresholds', { company: true })),
  request: { headers: IfMatchHeader, body: json(OddityThresholds) },
  responses: { 200: answers(StoredThresholds, 'The thresholds as kept') },
})
