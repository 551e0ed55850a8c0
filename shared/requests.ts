import * as z from 'zod'
import {
  AddressesInput,
  BusinessDateField,
  CustomerIdField,
  DeliveryAddress,
  TextField,
  UnitPathField,
} from './accounts.ts'
import { PersonIdField, SaveContact } from './identity.ts'
import { PageQuery, pageOf } from './paging.ts'

export const RequestIdField = z.templateLiteral(['req_', z.string().regex(/^[0-9A-Z]{16}$/)])

export const requestStateNames = ['asked', 'approved', 'refused', 'withdrawn'] as const
const requestKinds = ['addresses', 'contact', 'licence'] as const

const licenceNumber = z.string().trim().min(1).max(40)
const uploadId = z.string().regex(/^[0-9A-Z]{16}$/)

/** What a shop asks to be changed: its addresses, a contact, or its licence with a picture of the new one. */
export const AskForChange = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('addresses'), addresses: AddressesInput }),
    z.object({ kind: z.literal('contact'), contact: SaveContact }),
    z.object({
      kind: z.literal('licence'),
      licence: z.object({ number: licenceNumber, expiresOn: BusinessDateField }),
      uploadId,
    }),
  ])
  .meta({ id: 'AskForChange' })
export type AskForChange = z.infer<typeof AskForChange>

/** What is asked for, as it is kept: people by their id. */
export const Wanted = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('addresses'), addresses: z.array(DeliveryAddress) }),
  z.object({
    kind: z.literal('contact'),
    personId: PersonIdField,
    title: z.string().optional(),
    receivesDeliveries: z.boolean(),
    /** Someone whom the company knew before: what else it knows of them is not the shop's to read off a number. */
    isKnown: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('licence'),
    licence: z.object({ number: z.string(), expiresOn: BusinessDateField }),
    fileKey: z.string(),
  }),
])
export type Wanted = z.infer<typeof Wanted>

/** A request as lists show it. */
export const RequestCard = z
  .object({
    requestId: RequestIdField,
    customerId: CustomerIdField,
    kind: z.enum(requestKinds),
    state: z.enum(requestStateNames),
    askedAt: z.string(),
  })
  .meta({ id: 'RequestCard' })
export type RequestCard = z.infer<typeof RequestCard>

/** A request whole: what is asked, how the customer stands, and who decided. `customerVersion` goes with a decision. */
export const ChangeRequest = RequestCard.extend({
  wanted: z.record(z.string(), z.unknown()),
  now: z.record(z.string(), z.unknown()).optional(),
  customerVersion: z.number().int(),
  askedBy: z.string(),
  decidedBy: z.string().optional().describe('The name of who decided, or withdrew it.'),
  decidedAt: z.string().optional(),
  reason: z.string().optional(),
  fileUrl: z.string().optional(),
}).meta({ id: 'ChangeRequest' })
export type ChangeRequest = z.infer<typeof ChangeRequest>
export const ChangeRequests = z.object({ items: z.array(ChangeRequest) }).meta({ id: 'ChangeRequests' })

export const RequestQuery = PageQuery.extend({
  unitPath: UnitPathField.optional(),
  state: z.enum(requestStateNames).default('asked'),
  kind: z.enum(requestKinds).optional(),
})
export type RequestQuery = z.infer<typeof RequestQuery>
export const UnitRequest = RequestCard.extend({ customerName: TextField, unitPath: z.string() }).meta({
  id: 'UnitRequest',
})
export type UnitRequest = z.infer<typeof UnitRequest>
export const UnitRequestPage = pageOf(UnitRequest).meta({ id: 'UnitRequestPage' })

/** Yes or no; a no says why. */
export const DecideRequest = z
  .object({
    decision: z.enum(['approved', 'refused']),
    reason: z.string().trim().min(1).max(300).optional(),
    customerVersion: z.number().int().min(0),
  })
  .refine(({ decision, reason }) => decision === 'approved' || reason !== undefined)
  .meta({ id: 'DecideRequest' })
export type DecideRequest = z.infer<typeof DecideRequest>

export const Upload = z.object({ uploadId, uploadUrl: z.string() }).meta({ id: 'Upload' })
