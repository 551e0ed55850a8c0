// The history of people, by what they are to a customer or to the company, and of what they settle for a shop.
import * as z from 'zod'
import { type Grant, grantOf } from '#platform/http/rights'
import { CustomerIdField } from '#shared/accounts'
import { rolesThatSee } from '#shared/customer-cuts'
import { ListIdField } from '#shared/drafts'
import { PersonIdField } from '#shared/identity'
import { historyRoutes, tells } from './history-routes.ts'

const customer = z.object({ customerId: CustomerIdField })
const person = z.object({ personId: PersonIdField })
const ofMember: Grant = { ...grantOf('keepMembers', { customer: 'path' }), client: ['master-data.read'] }
const ofContact: Grant = { ...ofMember, staff: rolesThatSee('reach') }
const ofSettings = grantOf('seeBuyerLimits', { customer: 'path' })
const ofStaff = grantOf('keepStaff', { unit: 'query' })
const ofList: Grant = { ...grantOf('seeDrafts', { customer: 'path' }), client: ['orders.read'] }

export const peopleHistoryRoutes = historyRoutes([
  tells({
    path: '/customers/{customerId}/members/{personId}',
    parts: customer.extend(person.shape),
    rights: ofMember,
    named: ({ customerId, personId }) => ({ member: personId, of: customerId }),
    history: 'Who changed what a member may do',
    record: 'What a member could do at an instant',
  }),
  tells({
    path: '/customers/{customerId}/contacts/{personId}',
    parts: customer.extend(person.shape),
    rights: ofContact,
    named: ({ customerId, personId }) => ({ contact: personId, of: customerId }),
    history: 'Who changed what of a contact',
    record: 'A contact as it stood at an instant',
  }),
  tells({
    path: '/customers/{customerId}/buyer-settings',
    parts: customer,
    rights: ofSettings,
    named: ({ customerId }) => ({ buyersOf: customerId }),
    history: 'Who settled what for the buyers of a shop',
    record: 'What the buyers of a shop could order on their own at an instant',
  }),
  tells({
    path: '/customers/{customerId}/standing-draft',
    parts: customer,
    rights: ofSettings,
    named: ({ customerId }) => ({ standingDraftOf: customerId }),
    history: 'Who had the draft of a shop placed at the cut-off',
    record: 'What was chosen about the draft of a shop at an instant',
  }),
  tells({
    path: '/customers/{customerId}/order-lists/{listId}',
    parts: customer.extend({ listId: ListIdField }),
    rights: ofList,
    named: ({ customerId, listId }) => ({ orderList: listId, of: customerId }),
    history: 'Who changed what of a list to order from, be it deleted since',
    record: 'A list to order from as it stood at an instant',
  }),
  tells({
    path: '/staff/{personId}',
    parts: person,
    rights: ofStaff,
    named: ({ personId }, context) => ({ staff: personId, subtrees: context.get('subtrees') }),
    history: 'Who changed the roles of a member of staff',
    record: 'The roles of a member of staff at an instant',
  }),
])
