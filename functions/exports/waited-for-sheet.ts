import { listShopsWaitedFor } from '#progress'
import { isId } from '#shared/ids'
import { phoneWords } from '#shared/phone-words'
import { Problem } from '#shared/problems'
import { type ShopWaitedFor, WaitedForFilter } from '#shared/progress'
import { whoMay } from '#shared/rights'
import { customerFieldTexts as fields } from '#shared/texts/customer-fields'
import { exportTexts as texts } from '#shared/texts/exports'
import { waitedForTexts as words } from '#shared/texts/waited-for'
import { wallClock } from '#shared/time'
import { actorOf, subtreesAs } from './export-actor.ts'
import { type OrderColumn, unitColumns } from './order-columns.ts'
import { pagedSheet } from './paged-sheet.ts'
import type { MakeSheet } from './run-export.ts'

/** The shops of the asker's units that have not ordered in a cycle, one a row. */
export const waitedForSheet: MakeSheet = async (world, job, language) => {
  const { cycleId, subtrees = '', filter = '{}' } = job.input
  if (!isId('cycle', cycleId)) throw new Problem('calendar.cycle_not_found')
  const actor = actorOf(job)
  const own =
    actor.kind === 'client' ? [''] : subtreesAs(actor, whoMay.followOrders.staff, subtrees.split(' '))
  const asked = { ...WaitedForFilter.parse(JSON.parse(filter)), cycleId, subtrees: own }
  return pagedSheet(world, language, {
    name: words.title,
    columns,
    readPage: (page) => listShopsWaitedFor(world, actor, { ...asked, ...page }),
  })
}

const columns: ReadonlyArray<OrderColumn<ShopWaitedFor>> = [
  { title: fields.number, isNumber: true, cell: ({ number }) => String(number) },
  { title: fields.code, cell: ({ code }) => code },
  { title: texts.nameZh, cell: ({ name }) => name.zh },
  { title: texts.nameEn, cell: ({ name }) => name.en },
  ...unitColumns<ShopWaitedFor>(fields.unitPath),
  { title: fields.phone, cell: ({ phone = '' }) => phoneWords(phone) },
  { title: words.onHold, cell: ({ isOnHold }, { language }) => (isOnHold ? words.yes[language] : '') },
  {
    title: words.standing,
    cell: ({ hasStandingDraft }, { language }) => (hasStandingDraft ? words.yes[language] : ''),
  },
  {
    title: words.lastOrdered,
    isDate: true,
    cell: ({ lastOrderedAt }, { timeZone }) => (lastOrderedAt ? wallClock(lastOrderedAt, timeZone) : ''),
  },
  {
    title: words.reminded,
    isDate: true,
    cell: ({ reminded }, { timeZone }) => (reminded ? wallClock(reminded.at, timeZone) : ''),
  },
  { title: texts.remindedBy, cell: ({ reminded }) => reminded?.by ?? '' },
]
