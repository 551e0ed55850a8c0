import type { ImportView } from '#shared/imports'
import { importTexts as texts } from '#shared/texts/imports'
import { useSay } from '../../components/language-context.ts'
import { ExportFile } from '../exports/ExportFile.tsx'
import { beginRefusedRows } from './import-queries.ts'

/** The refused rows with their reasons, as a file to mend and send in again. */
export function RefusedFile({ one }: { one: ImportView }) {
  const { t } = useSay()
  return (
    <div className="mt-3">
      <p className="facts mb-2">{t(texts.refusedFile)}</p>
      <ExportFile begin={beginRefusedRows(one.importId)} />
    </div>
  )
}
