// The routes of this room with their rights; routes.ts says what each does.
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import { IdempotencyHeader, IfMatchHeader } from '#platform/http/idempotency'
import { type Grant, grantOf } from '#platform/http/rights'
import { answers, json } from '#platform/http/room'
import { SearchTextHeader } from '#platform/http/search-text'
import { CustomerIdField, FoundCustomers, UnitPathField } from '#shared/accounts'
import { rolesThatSee } from '#shared/customer-cuts'
import {
  ActFor,
  ChangeMember,
  ChangeStaff,
  Contact,
  ContactList,
  InviteMember,
  InviteStaff,
  Member,
  MemberList,
  PersonIdField,
  RemovedContacts,
  SaveContact,
  SessionView,
  SignedInList,
  StaffFilter,
  StaffMember,
  StaffPage,
} from '#shared/identity'
import { languages } from '#shared/languages'
import { PageQuery } from '#shared/paging'
import { staffRoles } from '#shared/roles'

const signIn = ['Sign-in']
const people = ['People']
const CustomerParams = z.object({ customerId: CustomerIdField })
const MemberParams = CustomerParams.extend({ personId: PersonIdField })
const StaffParams = z.object({ personId: PersonIdField })
const mayManageMembers: Grant = {
  ...grantOf('keepMembers', { customer: 'path' }),
  client: ['master-data.write'],
}
const mayManageContacts: Grant = {
  ...grantOf('keepContacts', { customer: 'path' }),
  client: ['master-data.write'],
}
const mayManageStaff = grantOf('keepStaff', { unit: 'query' })
const away = { 302: { description: 'Where the browser goes next' } }

export const beginRoute = createRoute({
  method: 'get',
  path: '/sign-in',
  summary: 'Begin a sign-in',
  tags: signIn,
  ...allows('public'),
  request: {
    query: z.object({
      returnTo: z.string().max(500).optional(),
      language: z.enum(languages).optional(),
      prompt: z.literal('login').optional().describe('Asks who it is even where the provider knows.'),
    }),
  },
  responses: away,
})

export const callbackRoute = createRoute({
  method: 'get',
  path: '/sign-in/callback',
  summary: 'Where the sign-in provider sends the browser back to',
  tags: signIn,
  ...allows('public'),
  responses: away,
})

export const sessionRoute = createRoute({
  method: 'get',
  path: '/session',
  summary: 'Who is signed in',
  tags: signIn,
  ...allows('signed-in'),
  responses: { 200: answers(SessionView, 'The session') },
})

export const switchRoute = createRoute({
  method: 'put',
  path: '/session/acting-for',
  summary: 'Go on for another customer',
  tags: signIn,
  ...allows('signed-in'),
  request: { body: json(ActFor) },
  responses: { 200: answers(z.object({ isSwitched: z.boolean() }), 'Switched') },
})

export const signOutRoute = createRoute({
  method: 'delete',
  path: '/session',
  summary: 'Sign out',
  tags: signIn,
  ...allows('signed-in'),
  responses: {
    200: answers(z.object({ signOutUrl: z.string() }), 'Where to end the session at the provider'),
  },
})

export const sessionsRoute = createRoute({
  method: 'get',
  path: '/people/me/sessions',
  summary: 'Where I am signed in',
  tags: signIn,
  ...allows('signed-in'),
  responses: { 200: answers(SignedInList, 'The one used last first') },
})

export const endSessionsRoute = createRoute({
  method: 'delete',
  path: '/people/me/sessions',
  summary: 'Sign out everywhere but here, within ten minutes of signing in',
  tags: signIn,
  ...allows('signed-in'),
  responses: { 200: answers(z.object({ ended: z.number().int() }), 'How many there were') },
})

export const endSessionRoute = createRoute({
  method: 'delete',
  path: '/people/me/sessions/{sessionId}',
  summary: 'Sign out in one other place, within ten minutes of signing in',
  tags: signIn,
  ...allows('signed-in'),
  request: { params: z.object({ sessionId: z.string().regex(/^[0-9A-Z]{16}$/) }) },
  responses: {
    200: answers(z.object({ ended: z.number().int() }), 'One, or none where it was over already'),
  },
})

export const membersRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/members',
  summary: 'Who may act for a customer',
  tags: people,
  ...allows({ ...grantOf('seeMembers', { customer: 'path' }), client: ['master-data.read'] }),
  request: { params: CustomerParams },
  responses: { 200: answers(MemberList, 'The members') },
})

export const inviteMemberRoute = createRoute({
  method: 'post',
  path: '/customers/{customerId}/members',
  summary: 'Invite a person to act for a customer',
  tags: people,
  ...allows(mayManageMembers),
  request: { params: CustomerParams, headers: IdempotencyHeader, body: json(InviteMember) },
  responses: { 201: answers(Member, 'The member') },
})

export const changeMemberRoute = createRoute({
  method: 'put',
  path: '/customers/{customerId}/members/{personId}',
  summary: 'Change what a member may do',
  tags: people,
  ...allows(mayManageMembers),
  request: { params: MemberParams, headers: IfMatchHeader, body: json(ChangeMember) },
  responses: { 200: answers(Member, 'The member') },
})

export const staffRoute = createRoute({
  method: 'get',
  path: '/staff',
  summary: 'Staff within my units',
  tags: people,
  ...allows(mayManageStaff),
  request: {
    query: PageQuery.extend({
      ...StaffFilter.omit({ text: true }).shape,
      unitPath: UnitPathField.optional(),
    }),
    headers: SearchTextHeader,
  },
  responses: { 200: answers(StaffPage, 'A page of the staff') },
})

export const inviteStaffRoute = createRoute({
  method: 'post',
  path: '/staff',
  summary: 'Give a person roles within units',
  tags: people,
  ...allows(mayManageStaff),
  request: { headers: IdempotencyHeader, body: json(InviteStaff) },
  responses: { 201: answers(StaffMember, 'The member of staff') },
})

export const changeStaffRoute = createRoute({
  method: 'put',
  path: '/staff/{personId}',
  summary: 'Change the roles of a member of staff',
  tags: people,
  ...allows(mayManageStaff),
  request: { params: StaffParams, headers: IfMatchHeader, body: json(ChangeStaff) },
  responses: { 200: answers(StaffMember, 'The member of staff') },
})

export const foundRoute = createRoute({
  method: 'get',
  path: '/customers/found',
  summary:
    'Customers of my units by a few characters: name, pinyin, code, number, licence or a whole phone number',
  tags: ['Customers'],
  ...allows({ staff: staffRoles, client: ['master-data.read'], scope: { unit: 'query' } }),
  request: {
    query: z.object({ unitPath: UnitPathField.optional() }),
    headers: SearchTextHeader,
  },
  responses: { 200: answers(FoundCustomers, 'At most 20, best first') },
})

export const contactsRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/contacts',
  summary: 'Whom one may ask for at a customer',
  tags: people,
  ...allows({
    member: ['owner'],
    staff: rolesThatSee('reach'),
    client: ['master-data.read'],
    scope: { customer: 'path' },
  }),
  request: { params: CustomerParams },
  responses: { 200: answers(ContactList, 'The contacts') },
})

export const removedContactsRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/contacts/removed',
  summary: 'Whom one could once ask for at a customer; their history stays',
  tags: people,
  ...allows({
    member: ['owner'],
    staff: rolesThatSee('reach'),
    client: ['master-data.read'],
    scope: { customer: 'path' },
  }),
  request: { params: CustomerParams },
  responses: { 200: answers(RemovedContacts, 'The last one first') },
})

export const addContactRoute = createRoute({
  method: 'post',
  path: '/customers/{customerId}/contacts',
  summary: 'Add a contact to a customer',
  tags: people,
  ...allows(mayManageContacts),
  request: { params: CustomerParams, headers: IdempotencyHeader, body: json(SaveContact) },
  responses: { 201: answers(Contact, 'The contact') },
})

export const changeContactRoute = createRoute({
  method: 'put',
  path: '/customers/{customerId}/contacts/{personId}',
  summary: 'Change a contact',
  tags: people,
  ...allows(mayManageContacts),
  request: { params: MemberParams, headers: IfMatchHeader, body: json(SaveContact) },
  responses: { 200: answers(Contact, 'The contact') },
})

export const removeContactRoute = createRoute({
  method: 'delete',
  path: '/customers/{customerId}/contacts/{personId}',
  summary: 'Take a contact away from a customer',
  tags: people,
  ...allows(mayManageContacts),
  request: { params: MemberParams, headers: IfMatchHeader },
  responses: { 204: { description: 'Gone' } },
})

export const erasureRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/erasure',
  summary: 'Erase what a person is called and how they are reached',
  tags: people,
  ...allows(grantOf('erasePeople', { company: true })),
  request: { params: StaffParams },
  responses: { 204: { description: 'Erased' } },
})
