import { listCycles } from '#calendar'
import { type CycleDetails, CycleQuery } from '#shared/calendar'
import { exportTexts } from '#shared/texts/exports'
import { pageTexts } from '#shared/texts/pages'
import { staffCalendarTexts as texts } from '#shared/texts/staff-calendar'
import { wallClock } from '#shared/time'
import type { OrderColumn } from './order-columns.ts'
import type { MakeSheet } from './run-export.ts'
import { sheetWords } from './sheet-words.ts'

/** The order cycles that the calendar shows, in the order in which they close. */
export const cycleSheet: MakeSheet = async (world, { input }, language) => {
  const words = await sheetWords(world, language)
  const cycles = await listCycles(world, CycleQuery.parse(JSON.parse(input.filter ?? '{}')))
  const inOrder = cycles.toSorted((left, right) => (left.closesAt < right.closesAt ? -1 : 1))
  return {
    name: pageTexts.calendar[language],
    columns: columns.map(({ title, isDate }) => ({ title: title[language], isDate })),
    rows: inOrder.map((cycle) => columns.map(({ cell }) => cell(cycle, words))),
  }
}

const columns: ReadonlyArray<OrderColumn<CycleDetails>> = [
  { title: texts.batch, cell: ({ batch, name }, { language }) => name?.[language] || batch },
  { title: texts.orderDay, isDate: true, cell: ({ orderDay, date }) => orderDay ?? date },
  { title: exportTexts.plannedDay, isDate: true, cell: ({ plannedDay }) => plannedDay ?? '' },
  {
    title: texts.opens,
    isDate: true,
    cell: ({ opensAt }, { timeZone }) => wallClock(opensAt, timeZone),
  },
  {
    title: texts.closes,
    isDate: true,
    cell: ({ closesAt }, { timeZone }) => wallClock(closesAt, timeZone),
  },
  { title: texts.state, cell: ({ state }, { language }) => texts[state][language] },
  { title: exportTexts.reason, cell: ({ reason }) => reason ?? '' },
  // A file of limits names its cycle by this.
  { title: exportTexts.cycleId, cell: ({ cycleId }) => cycleId },
]
