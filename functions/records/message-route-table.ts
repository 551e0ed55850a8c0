// The history of how people are called and told, and of what they are told; message-routes.ts says what each does.
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import type { Grant } from '#platform/http/rights'
import { answers } from '#platform/http/room'
import { TemplateNameField } from '#shared/notifications'
import { AsOfQuery, HistoryPage, HistoryQuery, RecordAsOf } from '#shared/records'

const tags = ['History']
const TemplateParams = z.object({ template: TemplateNameField })
const ofTemplate = {
  staff: ['administrator', 'publisher'],
  scope: { company: true, fromRoot: true },
} as const satisfies Grant
const page = { 200: answers(HistoryPage, 'What happened, newest first') }
const asOf = { 200: answers(RecordAsOf, 'The record at that instant') }

export const preferencesHistoryRoute = createRoute({
  method: 'get',
  path: '/people/me/preferences/history',
  summary: 'When I changed how I want to be told',
  tags,
  ...allows('signed-in'),
  request: { query: HistoryQuery },
  responses: page,
})

export const preferencesAsOfRoute = createRoute({
  method: 'get',
  path: '/people/me/preferences/history/record',
  summary: 'How I wanted to be told at an instant',
  tags,
  ...allows('signed-in'),
  request: { query: AsOfQuery },
  responses: asOf,
})

export const largeModeHistoryRoute = createRoute({
  method: 'get',
  path: '/people/me/large-mode/history',
  summary: 'When I changed how large I read',
  tags,
  ...allows('signed-in'),
  request: { query: HistoryQuery },
  responses: page,
})

export const largeModeAsOfRoute = createRoute({
  method: 'get',
  path: '/people/me/large-mode/history/record',
  summary: 'How large I read at an instant',
  tags,
  ...allows('signed-in'),
  request: { query: AsOfQuery },
  responses: asOf,
})

export const reachHistoryRoute = createRoute({
  method: 'get',
  path: '/people/me/history',
  summary: 'Who changed how I am called and reached',
  tags,
  ...allows('signed-in'),
  request: { query: HistoryQuery },
  responses: page,
})

export const reachAsOfRoute = createRoute({
  method: 'get',
  path: '/people/me/history/record',
  summary: 'How I was called and reached at an instant',
  tags,
  ...allows('signed-in'),
  request: { query: AsOfQuery },
  responses: asOf,
})

export const templateHistoryRoute = createRoute({
  method: 'get',
  path: '/message-templates/{template}/history',
  summary: 'Who changed what a template says',
  tags,
  ...allows(ofTemplate),
  request: { params: TemplateParams, query: HistoryQuery },
  responses: page,
})

export const templateAsOfRoute = createRoute({
  method: 'get',
  path: '/message-templates/{template}/history/record',
  summary: 'What a template said at an instant',
  tags,
  ...allows(ofTemplate),
  request: { params: TemplateParams, query: AsOfQuery },
  responses: asOf,
})
