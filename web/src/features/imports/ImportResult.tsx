import { useQueryClient } from '@tanstack/react-query'
import type { ImportView } from '#shared/imports'
import { importEndTexts as endTexts } from '#shared/texts/import-end'
import { importTexts as texts } from '#shared/texts/imports'
import { AskDialog } from '../../components/AskDialog.tsx'
import { useSay } from '../../components/language-context.ts'
import { useDeed } from '../../components/use-deed.ts'
import { importQuery, takeStep } from './import-queries.ts'
import { RefusedFile } from './RefusedFile.tsx'

/** What an import brought; it is taken back once that is confirmed. */
export function ImportResult({ one }: { one: ImportView }) {
  const { t } = useSay()
  const client = useQueryClient()
  const again = () => void client.invalidateQueries({ queryKey: importQuery(one.importId).queryKey })
  const undoing = useDeed(() => takeStep(one.importId, 'undo').finally(again))
  const { new: added = 0, changed = 0, refused = 0 } = one.verdicts
  return (
    <section className="card first mb-4">
      <h2>{t(texts.doneTitle)}</h2>
      {refused > 0 && <RefusedFile one={one} />}
      {added + changed > 0 && (
        <div className="mt-3">
          <button
            type="button"
            className="quiet danger"
            disabled={undoing.asked.isWorking}
            onClick={undoing.open}
          >
            {t(texts.undo)}
          </button>
          <p className="facts mt-2">{t(texts.undoHint)}</p>
        </div>
      )}
      <AskDialog {...undoing.asked} heading={t(endTexts.undoTitle)} action={t(endTexts.undo)} isDangerous>
        <p>{t(endTexts.undoLead, { new: added, changed })}</p>
      </AskDialog>
    </section>
  )
}
