import { listOddities } from '#oddities'
import { isId } from '#shared/ids'
import { type Oddity, OddityFilter } from '#shared/oddities'
import { evidenceWords } from '#shared/oddity-words'
import { Problem } from '#shared/problems'
import { whoMay } from '#shared/rights'
import { customerFieldTexts as fields } from '#shared/texts/customer-fields'
import { exportTexts as texts } from '#shared/texts/exports'
import { oddityTexts as words } from '#shared/texts/oddities'
import { wallClock } from '#shared/time'
import { actorOf, subtreesAs } from './export-actor.ts'
import { type OrderColumn, unitColumns } from './order-columns.ts'
import { pagedSheet } from './paged-sheet.ts'
import type { MakeSheet } from './run-export.ts'

/** The shops of the asker's units that are worth a look in a cycle, one a row. */
export const odditySheet: MakeSheet = async (world, job, language) => {
  const { cycleId, subtrees = '', filter = '{}' } = job.input
  if (!isId('cycle', cycleId)) throw new Problem('calendar.cycle_not_found')
  const actor = actorOf(job)
  const own = subtreesAs(actor, whoMay.seeOddities.staff, subtrees.split(' '))
  const asked = { ...OddityFilter.parse(JSON.parse(filter)), cycleId, subtrees: own }
  return pagedSheet(world, language, {
    name: words.title,
    columns,
    readPage: (page) => listOddities(world, actor, { ...asked, ...page }),
  })
}

const columns: ReadonlyArray<OrderColumn<Oddity>> = [
  { title: fields.number, isNumber: true, cell: ({ number }) => String(number) },
  { title: texts.nameZh, cell: ({ customerName }) => customerName.zh },
  { title: texts.nameEn, cell: ({ customerName }) => customerName.en },
  ...unitColumns<Oddity>(fields.unitPath),
  {
    title: words.kind,
    cell: ({ kinds }, { language }) => kinds.map((kind) => words[kind][language]).join(' · '),
  },
  {
    title: words.evidence,
    cell: (oddity, { language }) =>
      evidenceWords(oddity, language)
        .map(({ text }) => text)
        .join(' '),
  },
  { title: words.orders, cell: ({ orders }) => orders.map(({ number }) => number).join(' ') },
  { title: words.state, cell: ({ review }, { language }) => words[review?.state ?? 'open'][language] },
  { title: words.note, cell: ({ review }) => review?.note ?? '' },
  {
    title: texts.toldAt,
    isDate: true,
    cell: ({ review }, { timeZone }) => (review ? wallClock(review.at, timeZone) : ''),
  },
]
