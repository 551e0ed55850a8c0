import { getCompany } from '#accounts'
import { listShopsWaitedFor, progressLookers } from '#orders'
import type { Job } from '#platform/jobs/job-store'
import type { World } from '#platform/world'
import { isId } from '#shared/ids'
import { type ShopWaitedFor, WaitedForFilter } from '#shared/order-progress'
import { Problem } from '#shared/problems'
import { customerFieldTexts as fields } from '#shared/texts/customer-fields'
import { exportTexts as texts } from '#shared/texts/exports'
import { waitedForTexts as words } from '#shared/texts/waited-for'
import { wallClock } from '#shared/time'
import { actorOf, subtreesAs } from './export-actor.ts'
import type { OrderColumn, SheetWords } from './order-columns.ts'
import type { MakeSheet } from './run-export.ts'

const SHOPS_A_PAGE = 100

/** The shops of the asker's units that have not ordered in a cycle, one a row. */
export const waitedForSheet: MakeSheet = async (world, job, language) => {
  const { timeZone } = await getCompany(world)
  return {
    name: words.title[language],
    columns: columns.map(({ title, isNumber, isDate }) => ({ title: title[language], isNumber, isDate })),
    rows: rowsOf(world, job, { language, timeZone }),
  }
}

async function* rowsOf(world: World, job: Job, sheetWords: SheetWords): AsyncGenerator<string[]> {
  const { cycleId, subtrees = '', filter = '{}' } = job.input
  if (!isId('cycle', cycleId)) throw new Problem('calendar.cycle_not_found')
  const actor = actorOf(job)
  const own = actor.kind === 'client' ? [''] : subtreesAs(actor, progressLookers, subtrees.split(' '))
  const asked = { ...WaitedForFilter.parse(JSON.parse(filter)), cycleId, subtrees: own }
  let cursor: string | undefined
  do {
    const page = await listShopsWaitedFor(world, actor, { ...asked, limit: SHOPS_A_PAGE, cursor })
    for (const shop of page.items) yield columns.map(({ cell }) => cell(shop, sheetWords))
    cursor = page.nextCursor
  } while (cursor)
}

const columns: ReadonlyArray<OrderColumn<ShopWaitedFor>> = [
  { title: fields.number, isNumber: true, cell: ({ number }) => String(number) },
  { title: fields.code, cell: ({ code }) => code },
  { title: texts.nameZh, cell: ({ name }) => name.zh },
  { title: texts.nameEn, cell: ({ name }) => name.en },
  { title: fields.unitPath, cell: ({ unitPath }) => unitPath },
  { title: fields.phone, cell: ({ phone = '' }) => phone },
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
]
