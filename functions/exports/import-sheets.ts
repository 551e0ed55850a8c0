import { refusedSheet, verdictSheet } from '#imports'
import { isId } from '#shared/ids'
import { rowVerdictNames } from '#shared/imports'
import { Problem } from '#shared/problems'
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
