import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { wordingTexts as texts } from '#shared/texts/wording'
import { AskDialog } from '../../components/AskDialog.tsx'
import { useSay } from '../../components/language-context.ts'
import { wordsOf } from '../../components/problem-words.ts'

/** Takes the product's own words back, after asking. */
export function ResetWording({ reset }: { reset: () => Promise<void> }) {
  const { t, language } = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  const resetting = useMutation({ mutationFn: reset, onSuccess: () => dialog.current?.close() })
  return (
    <>
      <button type="button" className="quiet mt-4" onClick={() => dialog.current?.showModal()}>
        {t(texts.reset)}
      </button>
      <AskDialog
        dialog={dialog}
        heading={t(texts.reset)}
        action={t(texts.publish)}
        onDo={() => resetting.mutate()}
        isWorking={resetting.isPending}
        refusal={resetting.error ? wordsOf(resetting.error, language) : undefined}
      >
        <p>{t(texts.resetText)}</p>
      </AskDialog>
    </>
  )
}
