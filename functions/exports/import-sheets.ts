import { getCompany } from '#accounts'
import { listImports, refusedSheet, verdictSheet, wordImport } from '#imports'
import type { Job } from '#platform/jobs/job-store'
import type { World } from '#platform/world'
import { isId } from '#shared/ids'
import { ImportFilter, type ImportView, rowVerdictNames } from '#shared/imports'
import { Problem } from '#shared/problems'
import { importListTexts as listedTexts } from '#shared/texts/import-list'
import { importTexts as texts } from '#shared/texts/imports'
import { wallClock } from '#shared/time'
import { actorOf } from './export-actor.ts'
import type { OrderColumn, SheetWords } from './order-columns.ts'
import type { MakeSheet } from './run-export.ts'

const IMPORTS_A_PAGE = 100

/** The refused rows of an import, with the reasons. */
export const refusedRowsSheet: MakeSheet = async (world, { input: { importId } }, language) => {
  if (!isId('import', importId)) throw new Problem('imports.import_not_found')
  return refusedSheet(world, importId, language)
}

/** What became of the rows of an import, of all or of those with one verdict. */
export const importRowsSheet: MakeSheet = async (world, { input: { importId, verdict } }, language) => {
  if (!isId('import', importId)) throw new Problem('imports.import_not_found')
  const only = rowVerdictNames.find((each) => each === verdict)
  return verdictSheet(world, { importId, verdict: only, language })
}

/** The imports that the asker's list shows, the newest first. */
export const importSheet: MakeSheet = async (world, job, language) => {
  const { timeZone } = await getCompany(world)
  return {
    name: texts.title[language],
    columns: columns.map(({ title, isNumber, isDate }) => ({ title: title[language], isNumber, isDate })),
    rows: rowsOf(world, job, { language, timeZone }),
  }
}

async function* rowsOf(world: World, job: Job, words: SheetWords): AsyncGenerator<string[]> {
  const filter = ImportFilter.parse(JSON.parse(job.input.filter ?? '{}'))
  let cursor: string | undefined
  do {
    const page = await listImports(world, actorOf(job), { ...filter, limit: IMPORTS_A_PAGE, cursor })
    for (const one of page.items)
      yield columns.map(({ cell }) => cell(wordImport(one, words.language), words))
    cursor = page.nextCursor
  } while (cursor)
}

const columns: ReadonlyArray<OrderColumn<ImportView>> = [
  { title: texts.fileName, cell: ({ fileName }) => fileName },
  { title: listedTexts.kind, cell: ({ kind }, { language }) => texts[kind][language] },
  { title: texts.state, cell: ({ state }, { language }) => texts[state][language] },
  {
    title: listedTexts.startedAt,
    isDate: true,
    cell: ({ startedAt }, { timeZone }) => wallClock(startedAt, timeZone),
  },
  { title: listedTexts.rows, isNumber: true, cell: ({ total }) => String(total) },
  ...rowVerdictNames.map((verdict) => ({
    title: texts[verdict],
    isNumber: true,
    cell: ({ verdicts }: ImportView) => String(verdicts[verdict] ?? 0),
  })),
  { title: listedTexts.trouble, cell: ({ problem = '', message = problem }) => message },
  { title: texts.mapName, cell: ({ mapName = '' }) => mapName },
]
