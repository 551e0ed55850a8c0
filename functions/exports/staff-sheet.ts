import { getCompany } from '#accounts'
import { listStaff, staffKeepers } from '#identity'
import type { Job } from '#platform/jobs/job-store'
import type { World } from '#platform/world'
import { StaffFilter, type StaffMember } from '#shared/identity'
import { exportTexts as texts } from '#shared/texts/exports'
import { peopleTexts, roleTexts } from '#shared/texts/people'
import { actorOf, subtreesAs } from './export-actor.ts'
import type { OrderColumn, SheetWords } from './order-columns.ts'
import type { MakeSheet } from './run-export.ts'

const PEOPLE_A_PAGE = 100

/** The staff of the asker's units as their list shows them, one a row. */
export const staffSheet: MakeSheet = async (world, job, language) => {
  const { timeZone } = await getCompany(world)
  return {
    name: peopleTexts.staff[language],
    columns: columns.map(({ title }) => ({ title: title[language] })),
    rows: rowsOf(world, job, { language, timeZone }),
  }
}

async function* rowsOf(world: World, job: Job, words: SheetWords): AsyncGenerator<string[]> {
  const { input, by } = job
  const subtrees = subtreesAs(actorOf(job), staffKeepers, (input.subtrees ?? '').split(' '))
  const asked = { ...StaffFilter.parse(JSON.parse(input.filter ?? '{}')), subtrees }
  let cursor: string | undefined
  do {
    const page = await listStaff(world, by.id, { ...asked, limit: PEOPLE_A_PAGE, cursor })
    for (const person of page.items) yield columns.map(({ cell }) => cell(person, words))
    cursor = page.nextCursor
  } while (cursor)
}

const columns: ReadonlyArray<OrderColumn<StaffMember>> = [
  { title: peopleTexts.name, cell: ({ name }) => name },
  { title: peopleTexts.phone, cell: ({ phone = '' }) => phone },
  { title: peopleTexts.mail, cell: ({ mail = '' }) => mail },
  {
    title: peopleTexts.role,
    cell: ({ grants }, { language }) => grants.map(({ role }) => roleTexts[role][language]).join('; '),
  },
  { title: peopleTexts.unit, cell: ({ grants }) => grants.map(({ unitPath }) => unitPath).join('; ') },
  {
    title: peopleTexts.disabled,
    cell: ({ isDisabled }, { language }) => (isDisabled ? texts.yes[language] : ''),
  },
]
