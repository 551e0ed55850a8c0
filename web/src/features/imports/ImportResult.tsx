import { useRef } from 'react'
import type { ImportView } from '#shared/imports'
import { importEndTexts as endTexts } from '#shared/texts/import-end'
import { importTexts as texts } from '#shared/texts/imports'
import { AskDialog } from '../../components/AskDialog.tsx'
import { useSay } from '../../components/language-context.ts'
import { wordsOf } from '../../components/problem-words.ts'
import { RefusedFile } from './RefusedFile.tsx'
import { useStep } from './use-step.ts'

/** What an import brought; it is taken back once that is confirmed. */
export function ImportResult({ one }: { one: ImportView }) {
  const { t, language } = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  const undoing = useStep(one.importId, 'undo')
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
            disabled={undoing.isPending}
            onClick={() => dialog.current?.showModal()}
          >
            {t(texts.undo)}
          </button>
          <p className="facts mt-2">{t(texts.undoHint)}</p>
        </div>
      )}
      <AskDialog
        dialog={dialog}
        heading={t(endTexts.undoTitle)}
        action={t(endTexts.undo)}
        isDangerous
        isWorking={undoing.isPending}
        refusal={undoing.error ? wordsOf(undoing.error, language) : undefined}
        onDo={() => undoing.mutate(undefined, { onSuccess: () => dialog.current?.close() })}
      >
        <p>{t(endTexts.undoLead, { new: added, changed })}</p>
      </AskDialog>
    </section>
  )
}
