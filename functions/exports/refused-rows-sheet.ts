import { refusedSheet } from '#imports'
import { isId } from '#shared/ids'
import { Problem } from '#shared/problems'
import type { MakeSheet } from './run-export.ts'

/** The refused rows of an import, with the reasons. */
export const refusedRowsSheet: MakeSheet = async (world, { input: { importId } }, language) => {
  if (!isId('import', importId)) throw new Problem('imports.import_not_found')
  return refusedSheet(world, importId, language)
}
