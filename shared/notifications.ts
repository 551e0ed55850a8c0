import * as z from 'zod'
import { CustomerIdField, TextField, UnitPathField } from './accounts.ts'
import { CycleView } from './calendar.ts'
import { PersonIdField } from './identity.ts'
import { messageKinds, templateNames } from './message-templates.ts'
import { currencies } from './money.ts'
import { obligationKinds } from './obligations.ts'
import { PageQuery, pageOf } from './paging.ts'

export const MessageIdField = z.templateLiteral(['msg_', z.string().regex(/^[0-9A-Z]{1,26}-[0-9A-Z]{16}$/)])
export const TemplateNameField = z.enum(templateNames)
const ClockField = z.templateLiteral([z.string(), ':', z.string()]).refine(isClock)

function isClock(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/** A message in the inbox, in the language asked for; `to` is the page that it is about, below the language. */
export const InboxMessage = z
  .object({
    messageId: MessageIdField,
    template: TemplateNameField,
    kind: z.enum(messageKinds),
    subject: z.string(),
    text: z.string(),
    to: z.string(),
    at: z.string(),
    isRead: z.boolean(),
  })
  .meta({ id: 'InboxMessage' })
export type InboxMessage = z.infer<typeof InboxMessage>
export const InboxPage = pageOf(InboxMessage).meta({ id: 'InboxPage' })
export const InboxQuery = PageQuery.extend({ only: z.enum(['unread']).optional() })

const MOST_READ_AT_ONCE = 100
/** Messages that I have read; naming one that is read, or not mine, changes nothing. */
export const ReadMessages = z
  .object({ messageIds: z.array(MessageIdField).min(1).max(MOST_READ_AT_ONCE) })
  .meta({ id: 'ReadMessages' })
export type ReadMessages = z.infer<typeof ReadMessages>

/** What the frame of every page shows of me. */
export const MyFrame = z
  .object({ unread: z.number().int(), isLarge: z.boolean().optional() })
  .meta({ id: 'MyFrame' })
export type MyFrame = z.infer<typeof MyFrame>

/** Large mode, as it is on a device that has not been asked yet. */
export const LargeMode = z.object({ isOn: z.boolean() }).meta({ id: 'LargeMode' })

const Ways = z.object({ sms: z.boolean(), mail: z.boolean() })

/** How a person wants to be told: the ways for each kind, hours without a sound, and one summary a day. */
export const SavePreferences = z
  .object({
    kinds: z.object({
      'order-reminders': Ways,
      'order-news': Ways,
      'account-changes': Ways,
      'calendar-changes': Ways,
    }),
    /** From when to when nothing sounds, in the company's zone; what `except` names comes all the same. */
    quiet: z
      .object({ from: ClockField, to: ClockField, except: z.array(z.enum(messageKinds)).max(10) })
      .refine(({ from, to }) => from !== to)
      .optional(),
    /** At this time of day SMS and mail come gathered; what cannot wait comes at once. */
    digest: z.object({ at: ClockField }).optional(),
  })
  .meta({ id: 'SavePreferences' })
export type SavePreferences = z.infer<typeof SavePreferences>

export const Preferences = SavePreferences.extend({
  version: z.number().int(),
  hasPhone: z.boolean(),
  hasMail: z.boolean(),
}).meta({ id: 'Preferences' })
export type Preferences = z.infer<typeof Preferences>

const Words = z.object({
  subject: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(2000),
  sms: z.string().trim().min(1).max(500).optional(),
})

/** What a template says in both languages. */
export const SaveTemplate = z.object({ zh: Words, en: Words }).meta({ id: 'SaveTemplate' })
export type SaveTemplate = z.infer<typeof SaveTemplate>

/** A version of a template as it was published; `isDefault` when it took the product's own words back. */
export const TemplateVersion = SaveTemplate.extend({
  version: z.number().int(),
  isDefault: z.boolean(),
  at: z.string(),
  by: z.string(),
}).meta({ id: 'TemplateVersion' })
export type TemplateVersion = z.infer<typeof TemplateVersion>

export const TemplateCard = z
  .object({
    template: TemplateNameField,
    kind: z.enum(messageKinds),
    events: z.array(z.string()),
    version: z.number().int(),
    isDefault: z.boolean(),
    subject: z.string(),
  })
  .meta({ id: 'TemplateCard' })
export type TemplateCard = z.infer<typeof TemplateCard>
export const TemplateList = z.object({ items: z.array(TemplateCard) }).meta({ id: 'TemplateList' })

/** A template with what it says now and what it said before, newest first. */
export const TemplateView = SaveTemplate.extend({
  template: TemplateNameField,
  version: z.number().int(),
  isDefault: z.boolean(),
  versions: z.array(TemplateVersion),
}).meta({ id: 'TemplateView' })
export type TemplateView = z.infer<typeof TemplateView>

export const sendingStates = ['waiting', 'sent', 'given-up', 'no-address', 'over'] as const
const Sending = z.object({
  state: z.enum(sendingStates),
  tries: z.number().int(),
  at: z.string().optional(),
})

/** A message in the log of what was sent to whom. */
export const SentMessage = z
  .object({
    messageId: MessageIdField,
    customerId: CustomerIdField.optional(),
    customerName: z.string().optional(),
    personId: PersonIdField,
    personName: z.string(),
    template: TemplateNameField,
    subject: z.string(),
    at: z.string(),
    dueAt: z.string().optional(),
    ways: z.object({ sms: Sending.optional(), mail: Sending.optional() }),
    isRead: z.boolean(),
  })
  .meta({ id: 'SentMessage' })
export type SentMessage = z.infer<typeof SentMessage>
export const SentPage = pageOf(SentMessage).meta({ id: 'SentPage' })
export const SentQuery = PageQuery.extend({
  personId: PersonIdField.optional(),
  state: z.enum(sendingStates).optional(),
})
export const FailedQuery = z.object({ unitPath: UnitPathField.optional() })
export const FailedMessages = z
  .object({ items: z.array(SentMessage), isMore: z.boolean() })
  .meta({ id: 'FailedMessages' })
export type FailedMessages = z.infer<typeof FailedMessages>

const MOST_SETTLED_AT_ONCE = 100
/** What is to become of messages that could not be sent. */
export const SettleFailed = z
  .object({
    action: z.enum(['send-again', 'leave']).describe('Left as they are, they are listed as failed no more.'),
    messages: z
      .array(
        z.object({
          messageId: MessageIdField,
          personId: PersonIdField,
          customerId: CustomerIdField.optional().describe('None for what was meant for staff.'),
        }),
      )
      .min(1)
      .max(MOST_SETTLED_AT_ONCE),
  })
  .meta({ id: 'SettleFailed' })
export type SettleFailed = z.infer<typeof SettleFailed>
export const SettledMessages = z.object({ settled: z.number().int() }).meta({ id: 'SettledMessages' })
export type SettledMessages = z.infer<typeof SettledMessages>

const ObligationCard = z
  .object({
    kind: z.enum(obligationKinds),
    id: z.string(),
    dueAt: z.string().optional(),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    to: z.string().describe('The page of its one action, below the language.'),
  })
  .meta({ id: 'Obligation' })

/** What is due at a shop, the first to run out first, and how the shop stands. */
export const ShopDay = z
  .object({
    items: z.array(ObligationCard),
    shop: z.object({ name: TextField, grade: z.number().int().optional() }),
    window: CycleView.optional(),
    draft: z
      .object({ lines: z.number().int(), missedAt: z.string().optional() })
      .optional()
      .describe('The draft that waits for the next window, and the cut-off that it missed.'),
    company: z.object({
      currency: z.enum(currencies),
      timeZone: z.string(),
      oneOrderACycle: z.boolean(),
      servicePhone: z.string(),
    }),
    now: z.string(),
  })
  .meta({ id: 'ShopDay' })
export type ShopDay = z.infer<typeof ShopDay>

export const StaffDay = z.object({ items: z.array(ObligationCard), now: z.string() }).meta({ id: 'StaffDay' })
export type StaffDay = z.infer<typeof StaffDay>
