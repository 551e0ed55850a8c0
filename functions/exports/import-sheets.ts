import { listImports, refusedSheet, verdictSheet, wordImport } from '#imports'
import { isId } from '#shared/ids'
import { ImportFilter, type ImportView, rowVerdictNames } from '#shared/imports'
import { Problem } from '#shared/problems'
import { importListTexts as listedTexts } from '#shared/texts/import-list'
import { importTexts as texts } from '#shared/texts/imports'
import { wallClock } from '#shared/time'
import { actorOf } from './export-actor.ts'
import type { OrderColumn } from './order-columns.ts'
import { pagedSheet } from './paged-sheet.ts'
import type { MakeSheet } from './run-export.ts'

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
  const asked = ImportFilter.parse(JSON.parse(job.input.filter ?? '{}'))
  return pagedSheet(world, language, {
    name: texts.title,
    columns,
    readPage: async (page) => {
      const { items, nextCursor } = await listImports(world, actorOf(job), { ...asked, ...page })
      return { items: items.map((one) => wordImport(one, language)), nextCursor }
    },
  })
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
