// The history of people, by what they are to a customer or to the company; people-routes.ts says what each does.
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import type { Grant } from '#platform/http/rights'
import { answers } from '#platform/http/room'
import { CustomerIdField } from '#shared/accounts'
import { rolesThatSee } from '#shared/customer-cuts'
import { PersonIdField } from '#shared/identity'
import { ListIdField } from '#shared/order-drafts'
import { AsOfQuery, HistoryPage, HistoryQuery, RecordAsOf } from '#shared/records'
import { memberRoles } from '#shared/roles'

const PersonParams = z.object({ customerId: CustomerIdField, personId: PersonIdField })
const CustomerParams = PersonParams.pick({ customerId: true })
const StaffParams = PersonParams.pick({ personId: true })
const ofMember = {
  member: ['owner'],
  staff: ['account-manager', 'administrator'],
  client: ['master-data.read'],
  scope: { customer: 'path' },
} as const satisfies Grant
const ofContact = { ...ofMember, staff: rolesThatSee('reach') } as const satisfies Grant
const ofSettings = {
  member: ['owner'],
  staff: ['account-manager', 'administrator', 'order-desk'],
  scope: { customer: 'path' },
} as const satisfies Grant
const ofStaff = { staff: ['administrator'], scope: { unit: 'query' } } as const satisfies Grant
const ofList = {
  member: memberRoles,
  staff: ['order-desk', 'account-manager'],
  client: ['orders.read'],
  scope: { customer: 'path' },
} as const satisfies Grant
const ListParams = CustomerParams.extend({ listId: ListIdField })
const page = { 200: answers(HistoryPage, 'What happened, newest first') }
const asOf = { 200: answers(RecordAsOf, 'The record at that instant') }

export const memberHistoryRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/members/{personId}/history',
  summary: 'Who changed what a member may do',
  tags: ['History'],
  ...allows(ofMember),
  request: { params: PersonParams, query: HistoryQuery },
  responses: page,
})

export const memberAsOfRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/members/{personId}/history/record',
  summary: 'What a member could do at an instant',
  tags: ['History'],
  ...allows(ofMember),
  request: { params: PersonParams, query: AsOfQuery },
  responses: asOf,
})

export const contactHistoryRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/contacts/{personId}/history',
  summary: 'Who changed what of a contact',
  tags: ['History'],
  ...allows(ofContact),
  request: { params: PersonParams, query: HistoryQuery },
  responses: page,
})

export const contactAsOfRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/contacts/{personId}/history/record',
  summary: 'A contact as it stood at an instant',
  tags: ['History'],
  ...allows(ofContact),
  request: { params: PersonParams, query: AsOfQuery },
  responses: asOf,
})

export const buyersHistoryRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/buyer-settings/history',
  summary: 'Who settled what for the buyers of a shop',
  tags: ['History'],
  ...allows(ofSettings),
  request: { params: CustomerParams, query: HistoryQuery },
  responses: page,
})

export const buyersAsOfRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/buyer-settings/history/record',
  summary: 'What the buyers of a shop could order on their own at an instant',
  tags: ['History'],
  ...allows(ofSettings),
  request: { params: CustomerParams, query: AsOfQuery },
  responses: asOf,
})

export const standingDraftHistoryRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/standing-draft/history',
  summary: 'Who had the draft of a shop placed at the cut-off',
  tags: ['History'],
  ...allows(ofSettings),
  request: { params: CustomerParams, query: HistoryQuery },
  responses: page,
})

export const standingDraftAsOfRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/standing-draft/history/record',
  summary: 'What was chosen about the draft of a shop at an instant',
  tags: ['History'],
  ...allows(ofSettings),
  request: { params: CustomerParams, query: AsOfQuery },
  responses: asOf,
})

export const orderListHistoryRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/order-lists/{listId}/history',
  summary: 'Who changed what of a list to order from, be it deleted since',
  tags: ['History'],
  ...allows(ofList),
  request: { params: ListParams, query: HistoryQuery },
  responses: page,
})

export const orderListAsOfRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/order-lists/{listId}/history/record',
  summary: 'A list to order from as it stood at an instant',
  tags: ['History'],
  ...allows(ofList),
  request: { params: ListParams, query: AsOfQuery },
  responses: asOf,
})

export const staffHistoryRoute = createRoute({
  method: 'get',
  path: '/staff/{personId}/history',
  summary: 'Who changed the roles of a member of staff',
  tags: ['History'],
  ...allows(ofStaff),
  request: { params: StaffParams, query: HistoryQuery },
  responses: page,
})

export const staffAsOfRoute = createRoute({
  method: 'get',
  path: '/staff/{personId}/history/record',
  summary: 'The roles of a member of staff at an instant',
  tags: ['History'],
  ...allows(ofStaff),
  request: { params: StaffParams, query: AsOfQuery },
  responses: asOf,
})
