import * as z from 'zod'
import { CustomerIdField, TextField, UnitPathField } from './accounts.ts'
import { browsers, systems } from './devices.ts'
import { pageOf } from './paging.ts'
import { deeds } from './rights.ts'
import { clientScopes, memberRoles, staffRoles } from './roles.ts'

export const PersonIdField = z.templateLiteral(['per_', z.string().regex(/^[0-9A-Z]{16,26}$/)])

/** For whom a person may act: one customer's account. */
export const Membership = z
  .object({
    customerId: CustomerIdField,
    customerName: TextField,
    role: z.enum(memberRoles),
  })
  .meta({ id: 'Membership' })
export type Membership = z.infer<typeof Membership>

export const StaffGrant = z
  .object({ role: z.enum(staffRoles), unitPath: UnitPathField })
  .meta({ id: 'StaffGrant' })
export type StaffGrant = z.infer<typeof StaffGrant>

/** Who is signed in, for whom they act now, and for whom they could. */
export const SessionView = z
  .object({
    kind: z.enum(['member', 'staff', 'client']),
    personId: PersonIdField.optional(),
    name: z.string(),
    actingFor: CustomerIdField.optional(),
    role: z.enum(memberRoles).optional(),
    /** True for who works for the company as well, even while acting for a customer. */
    isStaff: z.boolean(),
    grants: z.array(StaffGrant),
    deeds: z
      .array(z.enum(deeds))
      .describe('What they may do now, somewhere; a machine’s scopes say it for it.'),
    scopes: z.array(z.enum(clientScopes)),
    memberships: z.array(Membership),
  })
  .meta({ id: 'Session' })
export type SessionView = z.infer<typeof SessionView>

export const DeviceField = z.object({ browser: z.enum(browsers), system: z.enum(systems) })

/** Where a person is signed in. */
export const SignedIn = z
  .object({
    id: z.string(),
    device: DeviceField,
    beganAt: z.string().optional(),
    seenAt: z.string().optional().describe('When it was last used, to the hour.'),
    customerName: TextField.optional().describe('The customer acted for; absent for staff work.'),
    isThis: z.boolean(),
  })
  .meta({ id: 'SignedIn' })
export type SignedIn = z.infer<typeof SignedIn>
export const SignedInList = z
  .object({
    items: z.array(SignedIn),
    isProven: z.boolean().describe('Whether others may be ended now, without signing in anew.'),
  })
  .meta({ id: 'SignedInList' })
export type SignedInList = z.infer<typeof SignedInList>

/** Switches to another customer, or back to staff work when absent. */
export const ActFor = z.object({ customerId: CustomerIdField.optional() }).meta({ id: 'ActFor' })
export type ActFor = z.infer<typeof ActFor>

const phone = z.string().regex(/^\+[1-9]\d{6,14}$/)
const mail = z.email().max(200)

/** Invites a person into a customer's account; a phone number or a mail address is enough. */
export const InviteMember = z
  .object({
    name: z.string().trim().min(1).max(60),
    phone: phone.optional(),
    mail: mail.optional(),
    role: z.enum(memberRoles),
  })
  .meta({ id: 'InviteMember' })
export type InviteMember = z.infer<typeof InviteMember>

export const Member = z
  .object({
    personId: PersonIdField,
    customerId: CustomerIdField,
    name: z.string(),
    phone: z.string().optional(),
    mail: z.string().optional(),
    role: z.enum(memberRoles),
    isDisabled: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'Member' })
export type Member = z.infer<typeof Member>
export const MemberList = z.object({ items: z.array(Member) }).meta({ id: 'MemberList' })

export const ChangeMember = z
  .object({ role: z.enum(memberRoles), isDisabled: z.boolean() })
  .meta({ id: 'ChangeMember' })
export type ChangeMember = z.infer<typeof ChangeMember>

const contactFields = {
  name: z.string().trim().min(1).max(60),
  phone: phone.optional(),
  mail: mail.optional(),
  title: z.string().trim().min(1).max(60).optional(),
  receivesDeliveries: z.boolean(),
}

/** Whom one may ask for at a customer; they need not sign in. */
export const SaveContact = z.object(contactFields).meta({ id: 'SaveContact' })
export type SaveContact = z.infer<typeof SaveContact>

export const Contact = z
  .object({
    personId: PersonIdField,
    customerId: CustomerIdField,
    name: z.string(),
    phone: z.string().optional(),
    mail: z.string().optional(),
    title: z.string().optional(),
    receivesDeliveries: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'Contact' })
export type Contact = z.infer<typeof Contact>
export const ContactList = z.object({ items: z.array(Contact) }).meta({ id: 'ContactList' })

/** Whom one could once ask for at a customer; their history is still there. */
export const RemovedContact = Contact.pick({ personId: true, name: true })
  .extend({ removedAt: z.string() })
  .meta({ id: 'RemovedContact' })
export type RemovedContact = z.infer<typeof RemovedContact>
export const RemovedContacts = z.object({ items: z.array(RemovedContact) }).meta({ id: 'RemovedContacts' })

/** Invites a member of staff with roles within subtrees of the company's units. */
export const InviteStaff = z
  .object({
    name: z.string().trim().min(1).max(60),
    phone: phone.optional(),
    mail: mail.optional(),
    grants: z.array(StaffGrant).min(1).max(20),
  })
  .meta({ id: 'InviteStaff' })
export type InviteStaff = z.infer<typeof InviteStaff>

export const StaffMember = z
  .object({
    personId: PersonIdField,
    name: z.string(),
    phone: z.string().optional(),
    mail: z.string().optional(),
    grants: z.array(StaffGrant),
    isDisabled: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'StaffMember' })
export type StaffMember = z.infer<typeof StaffMember>
export const StaffPage = pageOf(StaffMember).meta({ id: 'StaffPage' })

/** What the list of staff is narrowed to. */
export const StaffFilter = z.object({
  text: z.string().trim().max(60).optional().describe('In name, sound, phone number or mail address.'),
  role: z.enum(staffRoles).optional(),
  state: z.enum(['active', 'disabled']).optional(),
})
export type StaffFilter = z.infer<typeof StaffFilter>

export const ChangeStaff = z
  .object({ grants: z.array(StaffGrant).min(1).max(20), isDisabled: z.boolean() })
  .meta({ id: 'ChangeStaff' })
export type ChangeStaff = z.infer<typeof ChangeStaff>
