import { listRequests } from '#requests'
import { RequestQuery, type UnitRequest } from '#shared/requests'
import { whoMay } from '#shared/rights'
import { exportTexts as texts } from '#shared/texts/exports'
import { orderTexts } from '#shared/texts/orders'
import { pageTexts } from '#shared/texts/pages'
import { requestTexts } from '#shared/texts/requests'
import { wallClock } from '#shared/time'
import { actorOf, subtreesAs } from './export-actor.ts'
import { type OrderColumn, unitColumns } from './order-columns.ts'
import { pagedSheet } from './paged-sheet.ts'
import type { MakeSheet } from './run-export.ts'

/** The requests that the asker's list shows: those of one state, by unit. */
export const requestSheet: MakeSheet = async (world, job, language) => {
  const { input, by } = job
  const filter = RequestQuery.pick({ state: true, kind: true }).parse(JSON.parse(input.filter ?? '{}'))
  const subtrees = subtreesAs(actorOf(job), whoMay.seeRequests.staff, (input.subtrees ?? '').split(' '))
  return pagedSheet(world, language, {
    name: pageTexts.requests,
    columns,
    readPage: (page) => listRequests(world, by.id, { ...filter, ...page, subtrees }),
  })
}

const columns: ReadonlyArray<OrderColumn<UnitRequest>> = [
  { title: texts.nameZh, cell: ({ customerName }) => customerName.zh },
  { title: texts.nameEn, cell: ({ customerName }) => customerName.en },
  ...unitColumns<UnitRequest>(orderTexts.unit),
  { title: requestTexts.ask, cell: ({ kind }, { language }) => requestTexts[kind][language] },
  { title: orderTexts.state, cell: ({ state }, { language }) => requestTexts[state][language] },
  {
    title: texts.askedAt,
    isDate: true,
    cell: ({ askedAt }, { timeZone }) => wallClock(askedAt, timeZone),
  },
]
