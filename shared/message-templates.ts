import { fill, type Language, languages, type Text } from './languages.ts'
import { messageTexts } from './texts/messages.ts'

/** What messages are about; a person chooses their ways for each kind by itself. */
export const messageKinds = [
  'access',
  'order-reminders',
  'order-news',
  'account-changes',
  'calendar-changes',
] as const
export type MessageKind = (typeof messageKinds)[number]

/** The ways out of the house; the inbox of the portal has every message. */
export const messageWays = ['sms', 'mail'] as const
export type MessageWay = (typeof messageWays)[number]

type Declared = {
  kind: MessageKind
  /** The events after which it is sent. */
  events: readonly string[]
  /** The places that its texts may have. */
  variables: readonly string[]
  /** Those that a text must not leave out: without them the message is of no use. */
  needs: readonly string[]
  /** Of no use later: no daily summary holds it back. */
  isUrgent?: true
  /** Of no weight outside: it goes into the inbox and nowhere else. */
  isInboxOnly?: true
}

const order = ['shop', 'number', 'total', 'link'] as const
const windowPlaces = ['shop', 'closes', 'link'] as const
const importPlaces = ['file', 'new', 'changed', 'refused', 'link'] as const
const approval = ['shop', 'total', 'link'] as const

/** Every message that the product sends: what it is about, after what, and which places its texts have. */
export const messageTemplates = {
  invitation: {
    kind: 'access',
    events: ['member.invited', 'staff.invited'],
    variables: ['shop', 'link'],
    needs: ['link'],
    isUrgent: true,
  },
  'order-on-behalf': {
    kind: 'order-news',
    events: ['order.placed'],
    variables: [...order, 'lines', 'cut', 'until'],
    needs: ['number', 'link'],
    isUrgent: true,
  },
  'order-changed-on-behalf': {
    kind: 'order-news',
    events: ['order.changed'],
    variables: [...order, 'changes', 'until'],
    needs: ['number', 'until', 'link'],
    isUrgent: true,
  },
  'order-cancelled-on-behalf': {
    kind: 'order-news',
    events: ['order.cancelled'],
    variables: [...order, 'until'],
    needs: ['number', 'until', 'link'],
    isUrgent: true,
  },
  'order-corrected': {
    kind: 'order-news',
    events: ['order.corrected'],
    variables: [...order, 'reason'],
    needs: ['number', 'reason'],
  },
  'objection-settled': {
    kind: 'order-news',
    events: ['order.objection_settled'],
    variables: [...order, 'answer'],
    needs: ['number', 'answer'],
  },
  'order-confirmed': { kind: 'order-news', events: ['order.confirmed'], variables: order, needs: ['number'] },
  'order-awaiting-funds': {
    kind: 'order-news',
    events: ['order.awaiting_funds'],
    variables: [...order, 'missing', 'until'],
    needs: ['number', 'missing', 'until'],
    isUrgent: true,
  },
  'order-lapsed': { kind: 'order-news', events: ['order.lapsed'], variables: order, needs: ['number'] },
  'draft-reminder': {
    kind: 'order-reminders',
    events: ['order.draft_reminder'],
    variables: windowPlaces,
    needs: ['closes'],
    isUrgent: true,
  },
  'standing-reminder': {
    kind: 'order-reminders',
    events: ['order.standing_reminder'],
    variables: windowPlaces,
    needs: ['closes'],
    isUrgent: true,
  },
  'window-reminder': {
    kind: 'order-reminders',
    events: ['shop.reminded'],
    variables: windowPlaces,
    needs: ['closes'],
    isUrgent: true,
  },
  'standing-refused': {
    kind: 'order-news',
    events: ['order.standing_refused'],
    variables: ['shop', 'link'],
    needs: [],
    isUrgent: true,
  },
  'shop-held': {
    kind: 'account-changes',
    events: ['customer.held', 'customer.saved'],
    variables: ['shop', 'reason', 'phone', 'link'],
    needs: ['reason'],
    isUrgent: true,
  },
  'shop-released': {
    kind: 'account-changes',
    events: ['customer.released', 'customer.saved'],
    variables: ['shop', 'link'],
    needs: [],
    isUrgent: true,
  },
  'cycle-changed': {
    kind: 'calendar-changes',
    events: ['cycle.changed'],
    variables: ['shop', 'day', 'was', 'opens', 'closes', 'reason', 'link'],
    needs: ['opens', 'closes'],
  },
  'cycle-rolled': {
    kind: 'calendar-changes',
    events: ['cycle.rolled'],
    variables: ['shop', 'closes', 'reason', 'link'],
    needs: ['closes'],
  },
  'request-approved': {
    kind: 'account-changes',
    events: ['request.approved'],
    variables: ['shop', 'link'],
    needs: [],
  },
  'request-refused': {
    kind: 'account-changes',
    events: ['request.refused'],
    variables: ['shop', 'reason', 'link'],
    needs: ['reason'],
  },
  'approval-asked': {
    kind: 'order-reminders',
    events: ['approval.asked'],
    variables: approval,
    needs: ['total'],
    isUrgent: true,
  },
  'approval-given': { kind: 'order-news', events: ['approval.approved'], variables: approval, needs: [] },
  'approval-refused': {
    kind: 'order-news',
    events: ['approval.refused'],
    variables: [...approval, 'reason'],
    needs: ['reason'],
  },
  'approval-lapsed': { kind: 'order-news', events: ['approval.lapsed'], variables: approval, needs: [] },
  'import-previewed': {
    kind: 'account-changes',
    events: ['import.previewed'],
    variables: importPlaces,
    needs: ['file'],
    isInboxOnly: true,
  },
  'import-applied': {
    kind: 'account-changes',
    events: ['import.applied'],
    variables: importPlaces,
    needs: ['file'],
    isInboxOnly: true,
  },
  'import-failed': {
    kind: 'account-changes',
    events: ['import.failed'],
    variables: ['file', 'reason', 'next', 'link'],
    needs: ['file', 'reason'],
    isInboxOnly: true,
  },
  'import-undone': {
    kind: 'account-changes',
    events: ['import.undone'],
    variables: ['file', 'link'],
    needs: ['file'],
    isInboxOnly: true,
  },
  digest: { kind: 'order-news', events: [], variables: ['count', 'list'], needs: ['list'] },
} as const satisfies Record<keyof typeof messageTexts, Declared>

export type TemplateName = keyof typeof messageTemplates
export const templateNames = Object.keys(messageTexts).filter(isTemplateName)

export function isTemplateName(name: string): name is TemplateName {
  return Object.hasOwn(messageTemplates, name)
}

/** How a template is declared, with the widths of a literal forgotten. */
export function templateOf(name: TemplateName): Declared {
  return messageTemplates[name]
}

/** What fills a place: the same in both languages, or a text of each. */
export type MessageFacts = Readonly<Record<string, string | Text>>

/** The facts that a template's places ask for; the link is worked out where the message is written. */
export type FactsOf<Name extends TemplateName> = Readonly<
  Record<Exclude<(typeof messageTemplates)[Name]['variables'][number], 'link'>, string | Text>
>

/** The words of a message in one language; without a short text, SMS says the long one. */
export type MessageWords = { subject: string; text: string; sms?: string }
export type MessageWordings = Readonly<Record<Language, MessageWords>>

/** What the product itself says, as long as the company says nothing else. */
export function defaultWordings(name: TemplateName): MessageWordings {
  const { subject, text, sms }: { subject: Text; text: Text; sms?: Text } = messageTexts[name]
  return {
    zh: { subject: subject.zh, text: text.zh, sms: sms?.zh },
    en: { subject: subject.en, text: text.en, sms: sms?.en },
  }
}

export type WordingFault = { path: string; fault: 'unknown' | 'missing'; variable: string }

/** Places that the template does not have, and places that a text must not leave out. */
export function wordingFaults(name: TemplateName, wordings: MessageWordings): WordingFault[] {
  const { variables, needs } = templateOf(name)
  return languages.flatMap((language) => {
    const { subject, text, sms } = wordings[language]
    const parts = { subject, text, ...(sms !== undefined && { sms }) }
    return Object.entries(parts).flatMap(([part, words]): WordingFault[] => {
      const path = `${language}.${part}`
      const places = placesOf(words)
      const unknown = places.filter((place) => !variables.includes(place))
      // A subject may leave out what its text says.
      const missing = part === 'subject' ? [] : needs.filter((need) => !places.includes(need))
      return [
        ...unknown.map((variable): WordingFault => ({ path, fault: 'unknown', variable })),
        ...missing.map((variable): WordingFault => ({ path, fault: 'missing', variable })),
      ]
    })
  })
}

function placesOf(words: string): string[] {
  return [...new Set([...words.matchAll(/\{(\w+)\}/g)].map(([, place = '']) => place))]
}

/** A message as each way carries it. */
export type WrittenMessage = { subject: string; inbox: string; mail: string; sms: string }

/** Writes a message: text alone, facts put in as they are and never read as places again. The inbox has its own link, so
 * a mail without one in its text ends with it. */
export function writeMessage(
  words: MessageWords,
  facts: MessageFacts,
  language: Language,
  link: string,
): WrittenMessage {
  const said = Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'string' ? fact : fact[language]]),
  )
  const all = { ...said, link }
  const inbox = fill(words.text, all)
  return {
    // One line: a subject with a line break would be a header of its own.
    subject: fill(words.subject, all).replace(/[\r\n]+/g, ' '),
    inbox,
    mail: words.text.includes('{link}') || link === '' ? inbox : `${inbox}\n\n${link}`,
    sms: fill(words.sms ?? words.text, all),
  }
}
