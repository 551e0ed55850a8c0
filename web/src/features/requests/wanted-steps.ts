import type { Language, Text } from '#shared/languages'
import type { ChangeRequest } from '#shared/requests'
import { customerFieldTexts } from '#shared/texts/customer-fields'
import { peopleTexts } from '#shared/texts/people'
import { requestTexts as texts } from '#shared/texts/requests'
import { formatFullDay } from '../../formats.ts'
import { reachWords } from '../identity/reach-words.ts'

/** One thing that a request changes: what it is called, how it reads now, and how it shall read. */
export type WantedStep = { name: Text; from: string; to: string }

/** What a request changes, thing by thing; a contact is new, so it has no words for now. */
export function wantedSteps({ kind, wanted, now = {} }: ChangeRequest, language: Language): WantedStep[] {
  if (kind === 'addresses') {
    const [from, to] = [addressWords(now.addresses), addressWords(wanted.addresses)]
    return [{ name: customerFieldTexts.addresses, from, to }]
  }
  if (kind === 'licence') {
    const [from, to] = [partsOf(now.licence), partsOf(wanted.licence)]
    return [
      { name: customerFieldTexts.licenceNumber, from: textOf(from.number), to: textOf(to.number) },
      {
        name: customerFieldTexts.expiresOn,
        from: dayWords(from.expiresOn, language),
        to: dayWords(to.expiresOn, language),
      },
    ]
  }
  const receives = (wanted.receivesDeliveries === true ? texts.yes : texts.no)[language]
  return [
    { name: peopleTexts.name, from: '', to: textOf(wanted.name) },
    { name: peopleTexts.phone, from: '', to: reachWords({ phone: textOf(wanted.phone) }) },
    { name: peopleTexts.mail, from: '', to: textOf(wanted.mail) },
    { name: texts.contactTitle, from: '', to: textOf(wanted.title) },
    { name: texts.receivesDeliveries, from: '', to: receives },
  ].filter(({ to }) => to !== '')
}

/** Addresses as a text, the usual one first, each on a line of its own. */
export function addressWords(addresses: unknown): string {
  if (!Array.isArray(addresses)) return ''
  const parts = addresses.map(partsOf)
  const usualFirst = [...parts.filter(({ isMain }) => isMain), ...parts.filter(({ isMain }) => !isMain)]
  return usualFirst.map(({ text, note }) => (note ? `${text}（${note}）` : textOf(text))).join('\n')
}

function partsOf(value: unknown): Partial<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function dayWords(value: unknown, language: Language): string {
  return typeof value === 'string' ? formatFullDay(value, language) : ''
}
