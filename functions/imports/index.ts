// Files in: read by a job, shown row by row before anything changes, applied on confirmation, taken back while possible.
import type { JobRuns } from '#platform/jobs/run-jobs'
import { applyImport } from './apply-import.ts'
import { previewImport } from './preview-import.ts'
import { undoImport } from './undo-import.ts'

/** What runs each phase of an import. */
export const importRuns: JobRuns = {
  'import-preview': previewImport,
  'import-apply': applyImport,
  'import-undo': undoImport,
}

export { type Columns, cellOf } from './cell-rules.ts'
export { toldOf as toldOfImport } from './change-import.ts'
export { customerColumns } from './customer-columns.ts'
export { importKey, importsToConfirm, mapKey, namesOfFiles, storedImport, storedMap } from './import-store.ts'
export { listImports } from './list-imports.ts'
export { onPhaseFailed } from './on-phase-failed.ts'
export {
  kindsOf as importKindsOf,
  ownImport,
  refuseKind as refuseImportKind,
  refuseNonImporter,
} from './own-import.ts'
export { priceColumns } from './price-file.ts'
export { productColumns } from './product-file.ts'
export { refusedSheet } from './refused-sheet.ts'
export { toldOfMap } from './set-mapping.ts'
export { verdictSheet } from './verdict-sheet.ts'
export { wordImport } from './word-import.ts'
