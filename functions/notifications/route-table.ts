// The routes of this room with their rights; routes.ts says what each does.
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import { IfMatchHeader } from '#platform/http/idempotency'
import { grantOf } from '#platform/http/rights'
import { answers, json } from '#platform/http/room'
import { CustomerIdField } from '#shared/accounts'
import {
  FailedMessages,
  FailedQuery,
  InboxPage,
  InboxQuery,
  LargeMode,
  MyFrame,
  Preferences,
  ReadMessages,
  SavePreferences,
  SaveTemplate,
  SentPage,
  SentQuery,
  SettledMessages,
  SettleFailed,
  ShopDay,
  StaffDay,
  TemplateList,
  TemplateNameField,
  TemplateView,
} from '#shared/notifications'
import { staffRoles } from '#shared/roles'

const tags = ['Messages']
const mayWord = grantOf('wordMessages', { company: true })
const TemplateParams = z.object({ template: TemplateNameField })

export const inboxRoute = createRoute({
  method: 'get',
  path: '/messages',
  summary: 'What I was told, for the customer I act for',
  tags,
  ...allows('signed-in'),
  request: { query: InboxQuery },
  responses: { 200: answers(InboxPage, 'Messages, newest first') },
})

export const readRoute = createRoute({
  method: 'post',
  path: '/messages/reading',
  summary: 'Mark messages of mine as read',
  tags,
  ...allows('signed-in'),
  request: { body: json(ReadMessages) },
  responses: { 200: answers(MyFrame, 'What the frame shows of me now') },
})

export const failedRoute = createRoute({
  method: 'get',
  path: '/messages/failed',
  summary: 'Messages to the customers of my units that could not be sent',
  tags,
  ...allows(grantOf('readSendLog', { unit: 'query' })),
  request: { query: FailedQuery },
  responses: { 200: answers(FailedMessages, 'The newest hundred of the company at most') },
})

export const settleFailedRoute = createRoute({
  method: 'post',
  path: '/messages/failed/actions',
  summary: 'Send messages again that could not be sent, or leave them be',
  tags,
  ...allows(grantOf('settleFailed', { unit: 'query' })),
  request: { query: FailedQuery, body: json(SettleFailed) },
  responses: {
    200: answers(SettledMessages, 'How many; those of other units, or settled already, are not among them'),
  },
})

export const sentRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/messages',
  summary: 'What the members of a customer were told, and how it was sent',
  tags,
  ...allows(grantOf('readSendLog', { customer: 'path' })),
  request: { params: z.object({ customerId: CustomerIdField }), query: SentQuery },
  responses: { 200: answers(SentPage, 'Messages, person by person, newest first') },
})

export const frameRoute = createRoute({
  method: 'get',
  path: '/people/me/frame',
  summary: 'What the frame of every page shows of me',
  tags,
  ...allows('signed-in'),
  responses: { 200: answers(MyFrame, 'Unread messages, counted to a hundred, and large mode') },
})

export const largeModeRoute = createRoute({
  method: 'put',
  path: '/people/me/large-mode',
  summary: 'How large I read, where a device has not been asked',
  tags,
  ...allows('signed-in'),
  request: { body: json(LargeMode) },
  responses: { 200: answers(LargeMode, 'As it is now') },
})

export const preferencesRoute = createRoute({
  method: 'get',
  path: '/people/me/preferences',
  summary: 'How I want to be told',
  tags,
  ...allows('signed-in'),
  responses: { 200: answers(Preferences, 'What I chose, or what holds until I choose') },
})

export const savePreferencesRoute = createRoute({
  method: 'put',
  path: '/people/me/preferences',
  summary: 'Choose how I want to be told',
  tags,
  ...allows('signed-in'),
  request: { headers: IfMatchHeader, body: json(SavePreferences) },
  responses: { 200: answers(Preferences, 'As it is now') },
})

export const templatesRoute = createRoute({
  method: 'get',
  path: '/message-templates',
  summary: 'What the product sends, and after what',
  tags,
  ...allows(mayWord),
  responses: { 200: answers(TemplateList, 'All templates') },
})

export const templateRoute = createRoute({
  method: 'get',
  path: '/message-templates/{template}',
  summary: 'What a template says, and what it said before',
  tags,
  ...allows(mayWord),
  request: { params: TemplateParams },
  responses: { 200: answers(TemplateView, 'The template') },
})

export const publishTemplateRoute = createRoute({
  method: 'put',
  path: '/message-templates/{template}',
  summary: 'Publish what a template says from now on',
  tags,
  ...allows(mayWord),
  request: { params: TemplateParams, headers: IfMatchHeader, body: json(SaveTemplate) },
  responses: { 200: answers(TemplateView, 'The template') },
})

export const resetTemplateRoute = createRoute({
  method: 'post',
  path: '/message-templates/{template}/reset',
  summary: 'Say again what the product says by itself',
  tags,
  ...allows(mayWord),
  request: { params: TemplateParams, headers: IfMatchHeader },
  responses: { 200: answers(TemplateView, 'The template') },
})

export const shopDayRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/obligations',
  summary: 'What is due now at a shop, the first to run out first',
  tags,
  ...allows(grantOf('seeDueAtShop', { customer: 'path' })),
  request: { params: z.object({ customerId: CustomerIdField }) },
  responses: { 200: answers(ShopDay, 'What is due, and how the shop stands') },
})

export const staffDayRoute = createRoute({
  method: 'get',
  path: '/obligations',
  summary: 'What waits for me in my units',
  tags,
  ...allows({ staff: staffRoles, scope: { unit: 'query' } }),
  request: { query: FailedQuery },
  responses: { 200: answers(StaffDay, 'What waits, each with its list') },
})
