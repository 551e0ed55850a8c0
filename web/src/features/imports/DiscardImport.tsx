import { useQueryClient } from '@tanstack/react-query'
import type { ImportView } from '#shared/imports'
import { importEndTexts as texts } from '#shared/texts/import-end'
import { AskDialog } from '../../components/AskDialog.tsx'
import { useSay } from '../../components/language-context.ts'
import { useDeed } from '../../components/use-deed.ts'
import { discardImport, importQuery } from './import-queries.ts'

/** Puts aside an import that nobody wants to go on with; nothing was changed by it. */
export function DiscardImport({ one }: { one: ImportView }) {
  const { t } = useSay()
  const client = useQueryClient()
  const again = () => void client.invalidateQueries({ queryKey: importQuery(one.importId).queryKey })
  const discarding = useDeed(() => discardImport(one).finally(again))
  return (
    <>
      <button type="button" className="quiet danger" onClick={discarding.open}>
        {t(texts.discard)}
      </button>
      <AskDialog
        {...discarding.asked}
        heading={t(texts.discardTitle, { file: one.fileName })}
        action={t(texts.discard)}
        isDangerous
      >
        <p>{t(texts.discardLead)}</p>
      </AskDialog>
    </>
  )
}
