import { listStaff } from '#identity'
import { StaffFilter, type StaffMember } from '#shared/identity'
import { phoneWords } from '#shared/phone-words'
import { whoMay } from '#shared/rights'
import { exportTexts as texts } from '#shared/texts/exports'
import { peopleTexts, roleTexts } from '#shared/texts/people'
import { actorOf, subtreesAs } from './export-actor.ts'
import type { OrderColumn } from './order-columns.ts'
import { pagedSheet } from './paged-sheet.ts'
import type { MakeSheet } from './run-export.ts'

/** The staff of the asker's units as their list shows them, one a row. */
export const staffSheet: MakeSheet = async (world, job, language) => {
  const { input, by } = job
  const subtrees = subtreesAs(actorOf(job), whoMay.keepStaff.staff, (input.subtrees ?? '').split(' '))
  const asked = { ...StaffFilter.parse(JSON.parse(input.filter ?? '{}')), subtrees }
  return pagedSheet(world, language, {
    name: peopleTexts.staff,
    columns,
    readPage: (page) => listStaff(world, by.id, { ...asked, ...page }),
  })
}

const columns: ReadonlyArray<OrderColumn<StaffMember>> = [
  { title: peopleTexts.name, cell: ({ name }) => name },
  { title: peopleTexts.phone, cell: ({ phone = '' }) => phoneWords(phone) },
  { title: peopleTexts.mail, cell: ({ mail = '' }) => mail },
  {
    title: peopleTexts.role,
    cell: ({ grants }, { language }) => grants.map(({ role }) => roleTexts[role][language]).join('; '),
  },
  {
    title: peopleTexts.unit,
    cell: ({ grants }, { unitName }) => grants.map(({ unitPath }) => unitName(unitPath)).join('; '),
  },
  { title: texts.unitCode, cell: ({ grants }) => grants.map(({ unitPath }) => unitPath).join('; ') },
  {
    title: peopleTexts.disabled,
    cell: ({ isDisabled }, { language }) => (isDisabled ? texts.yes[language] : ''),
  },
]
