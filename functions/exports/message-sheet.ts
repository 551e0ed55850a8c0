import { getCompany } from '#accounts'
import { listSent } from '#notifications'
import type { World } from '#platform/world'
import { MessageFilter } from '#shared/exports'
import { type CustomerId, isId } from '#shared/ids'
import type { SentMessage } from '#shared/notifications'
import { Problem } from '#shared/problems'
import { exportTexts } from '#shared/texts/exports'
import { preferenceTexts } from '#shared/texts/preferences'
import { wordingTexts as texts } from '#shared/texts/wording'
import { wallClock } from '#shared/time'
import type { OrderColumn, SheetWords } from './order-columns.ts'
import type { MakeSheet } from './run-export.ts'

const MESSAGES_A_PAGE = 100

/** What the people of a customer were told, as the list of it shows: by person, by state. */
export const messageSheet: MakeSheet = async (world, { input, by }, language) => {
  const { customerId } = input
  if (!isId('customer', customerId)) throw new Problem('accounts.customer_not_found')
  const { timeZone } = await getCompany(world)
  const filter = MessageFilter.parse(JSON.parse(input.filter ?? '{}'))
  return {
    name: texts.sent[language],
    columns: columns.map(({ title, isDate }) => ({ title: title[language], isDate })),
    rows: rowsOf(world, by.id, { customerId, ...filter }, { language, timeZone }),
  }
}

async function* rowsOf(
  world: World,
  asker: string,
  asked: MessageFilter & { customerId: CustomerId },
  words: SheetWords,
): AsyncGenerator<string[]> {
  const { language } = words
  let cursor: string | undefined
  do {
    const page = await listSent(world, asker, { ...asked, language, limit: MESSAGES_A_PAGE, cursor })
    for (const message of page.items) yield columns.map(({ cell }) => cell(message, words))
    cursor = page.nextCursor
  } while (cursor)
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
