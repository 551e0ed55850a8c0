import { listSent } from '#notifications'
import { MessageFilter } from '#shared/exports'
import { isId } from '#shared/ids'
import type { SentMessage } from '#shared/notifications'
import { Problem } from '#shared/problems'
import { exportTexts } from '#shared/texts/exports'
import { preferenceTexts } from '#shared/texts/preferences'
import { wordingTexts as texts } from '#shared/texts/wording'
import { wallClock } from '#shared/time'
import type { OrderColumn } from './order-columns.ts'
import { pagedSheet } from './paged-sheet.ts'
import type { MakeSheet } from './run-export.ts'

/** What the people of a customer were told, as the list of it shows: by person, by state. */
export const messageSheet: MakeSheet = async (world, { input, by }, language) => {
  const { customerId } = input
  if (!isId('customer', customerId)) throw new Problem('accounts.customer_not_found')
  const filter = MessageFilter.parse(JSON.parse(input.filter ?? '{}'))
  return pagedSheet(world, language, {
    name: texts.sent,
    columns,
    readPage: (page) => listSent(world, by.id, { ...filter, ...page, customerId, language }),
  })
}

const stateTexts = {
  waiting: texts.waiting,
  sent: texts.sentState,
  'given-up': texts.givenUp,
  'no-address': texts.noAddress,
  over: texts.over,
} as const

const columns: ReadonlyArray<OrderColumn<SentMessage>> = [
  { title: exportTexts.toldAt, isDate: true, cell: ({ at }, { timeZone }) => wallClock(at, timeZone) },
  { title: texts.person, cell: ({ personName }) => personName },
  { title: exportTexts.subject, cell: ({ subject }) => subject },
  {
    title: preferenceTexts.sms,
    cell: ({ ways: { sms } }, { language }) => (sms ? stateTexts[sms.state][language] : ''),
  },
  {
    title: preferenceTexts.mail,
    cell: ({ ways: { mail } }, { language }) => (mail ? stateTexts[mail.state][language] : ''),
  },
  { title: texts.read, cell: ({ isRead }, { language }) => (isRead ? exportTexts.yes[language] : '') },
]
