import { getCompany } from '#accounts'
import type { World } from '#platform/world'
import { listRequests, requestLookers } from '#requests'
import { RequestQuery, type UnitRequest } from '#shared/requests'
import { exportTexts as texts } from '#shared/texts/exports'
import { orderTexts } from '#shared/texts/orders'
import { pageTexts } from '#shared/texts/pages'
import { requestTexts } from '#shared/texts/requests'
import { wallClock } from '#shared/time'
import type { UnitPath } from '#shared/unit-path'
import { actorOf, subtreesAs } from './export-actor.ts'
import type { OrderColumn, SheetWords } from './order-columns.ts'
import type { MakeSheet } from './run-export.ts'

const REQUESTS_A_PAGE = 100

/** The requests that the asker's list shows: those of one state, by unit. */
export const requestSheet: MakeSheet = async (world, job, language) => {
  const { input, by } = job
  const filter = RequestQuery.pick({ state: true, kind: true }).parse(JSON.parse(input.filter ?? '{}'))
  const { timeZone } = await getCompany(world)
  const subtrees = subtreesAs(actorOf(job), requestLookers, (input.subtrees ?? '').split(' '))
  return {
    name: pageTexts.requests[language],
    columns: columns.map(({ title, isDate }) => ({ title: title[language], isDate })),
    rows: rowsOf(world, by.id, { ...filter, subtrees }, { language, timeZone }),
  }
}

async function* rowsOf(
  world: World,
  asker: string,
  asked: Pick<RequestQuery, 'state' | 'kind'> & { subtrees: readonly UnitPath[] },
  words: SheetWords,
): AsyncGenerator<string[]> {
  let cursor: string | undefined
  do {
    const page = await listRequests(world, asker, { ...asked, limit: REQUESTS_A_PAGE, cursor })
    for (const request of page.items) yield columns.map(({ cell }) => cell(request, words))
    cursor = page.nextCursor
  } while (cursor)
}

const columns: ReadonlyArray<OrderColumn<UnitRequest>> = [
  { title: texts.nameZh, cell: ({ customerName }) => customerName.zh },
  { title: texts.nameEn, cell: ({ customerName }) => customerName.en },
  { title: orderTexts.unit, cell: ({ unitPath }) => unitPath },
  { title: requestTexts.ask, cell: ({ kind }, { language }) => requestTexts[kind][language] },
  { title: orderTexts.state, cell: ({ state }, { language }) => requestTexts[state][language] },
  {
    title: texts.askedAt,
    isDate: true,
    cell: ({ askedAt }, { timeZone }) => wallClock(askedAt, timeZone),
  },
]
