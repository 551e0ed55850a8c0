// The history of the order plan, of cycles, of what is released for them, of files and their maps; supply-routes.ts says what each does.
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import type { Grant } from '#platform/http/rights'
import { answers } from '#platform/http/room'
import { CycleIdField } from '#shared/calendar'
import { importers, importKinds } from '#shared/import-words'
import { ImportIdField } from '#shared/imports'
import { AsOfQuery, HistoryPage, HistoryQuery, RecordAsOf } from '#shared/records'
import { staffRoles } from '#shared/roles'

const CycleParams = z.object({ cycleId: CycleIdField })
const MapParams = z.object({ kind: z.enum(importKinds), name: z.string().min(1).max(60) })
const ImportParams = z.object({ importId: ImportIdField })
const ofCycle = {
  staff: staffRoles,
  client: ['master-data.read'],
  scope: { company: true },
} as const satisfies Grant
const ofImport = {
  staff: importers,
  client: ['master-data.write'],
  scope: { company: true, fromRoot: true },
} as const satisfies Grant
const page = { 200: answers(HistoryPage, 'What happened, newest first') }
const asOf = { 200: answers(RecordAsOf, 'The record at that instant') }

export const planHistoryRoute = createRoute({
  method: 'get',
  path: '/order-plan/history',
  summary: 'Who changed what of the order plan',
  tags: ['History'],
  ...allows(ofCycle),
  request: { query: HistoryQuery },
  responses: page,
})

export const planAsOfRoute = createRoute({
  method: 'get',
  path: '/order-plan/history/record',
  summary: 'The order plan as it stood at an instant',
  tags: ['History'],
  ...allows(ofCycle),
  request: { query: AsOfQuery },
  responses: asOf,
})

export const cycleHistoryRoute = createRoute({
  method: 'get',
  path: '/cycles/{cycleId}/history',
  summary: 'Who changed what of an order cycle',
  tags: ['History'],
  ...allows(ofCycle),
  request: { params: CycleParams, query: HistoryQuery },
  responses: page,
})

export const cycleAsOfRoute = createRoute({
  method: 'get',
  path: '/cycles/{cycleId}/history/record',
  summary: 'An order cycle as it stood at an instant',
  tags: ['History'],
  ...allows(ofCycle),
  request: { params: CycleParams, query: AsOfQuery },
  responses: asOf,
})

export const releaseHistoryRoute = createRoute({
  method: 'get',
  path: '/cycles/{cycleId}/release/history',
  summary: 'Who released what for an order cycle',
  tags: ['History'],
  ...allows(ofCycle),
  request: { params: CycleParams, query: HistoryQuery },
  responses: page,
})

export const releaseAsOfRoute = createRoute({
  method: 'get',
  path: '/cycles/{cycleId}/release/history/record',
  summary: 'What was released for an order cycle at an instant',
  tags: ['History'],
  ...allows(ofCycle),
  request: { params: CycleParams, query: AsOfQuery },
  responses: asOf,
})

export const importHistoryRoute = createRoute({
  method: 'get',
  path: '/imports/{importId}/history',
  summary: 'Who did what with a file',
  tags: ['History'],
  ...allows(ofImport),
  request: { params: ImportParams, query: HistoryQuery },
  responses: page,
})

export const importAsOfRoute = createRoute({
  method: 'get',
  path: '/imports/{importId}/history/record',
  summary: 'How a file stood at an instant',
  tags: ['History'],
  ...allows(ofImport),
  request: { params: ImportParams, query: AsOfQuery },
  responses: asOf,
})

export const mapHistoryRoute = createRoute({
  method: 'get',
  path: '/import-maps/{kind}/{name}/history',
  summary: 'Who kept which columns under a name',
  tags: ['History'],
  ...allows(ofImport),
  request: { params: MapParams, query: HistoryQuery },
  responses: page,
})

export const mapAsOfRoute = createRoute({
  method: 'get',
  path: '/import-maps/{kind}/{name}/history/record',
  summary: 'Which columns were kept under a name at an instant',
  tags: ['History'],
  ...allows(ofImport),
  request: { params: MapParams, query: AsOfQuery },
  responses: asOf,
})
