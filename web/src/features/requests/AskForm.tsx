import { useMutation } from '@tanstack/react-query'
import { type ReactNode, type SubmitEvent, useState } from 'react'
import type { CustomerId } from '#shared/ids'
import type { AskForChange } from '#shared/requests'
import { askingTexts } from '#shared/texts/asking'
import { formTexts } from '#shared/texts/forms'
import { requestTexts as texts } from '#shared/texts/requests'
import { useSay } from '../../components/language-context.ts'
import { wordsOf } from '../../components/problem-words.ts'
import { UploadFailed } from '../../send-file.ts'
import { askForChange } from './request-queries.ts'

type AskFormProps = {
  customerId: CustomerId
  kind: AskForChange['kind']
  draft: { key: string; isRestored: boolean; forget: () => void }
  /** Makes what is sent; a picture goes ahead of it. */
  gather: (tell: (share: number) => void) => AskForChange | Promise<AskForChange>
  restoredText?: typeof formTexts.restored | typeof askingTexts.pictureLost
  children: ReactNode
}

/** One kind of request with its fields: sent once however often it is tried, kept until it is in. */
export function AskForm({ customerId, kind, draft, gather, restoredText, children }: AskFormProps) {
  const { t, language } = useSay()
  const [share, setShare] = useState<number>()
  const [wasRestored] = useState(draft.isRestored)
  // A refused request leads back to its own form.
  const isAskedFor = new URLSearchParams(location.search).get('kind') === kind
  const sending = useMutation({
    mutationFn: async () => askForChange(customerId, await gather(setShare), draft.key),
    onSuccess: () => {
      draft.forget()
      location.assign(`/${language}/me/`)
    },
    onSettled: () => setShare(undefined),
  })
  // Until the browser has left, the button stays shut.
  const isBusy = sending.isPending || sending.isSuccess
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!isBusy) sending.mutate()
  }
  return (
    <details open={wasRestored || isAskedFor} className="ask-form">
      <summary className="link">{t(texts[kind])}</summary>
      <form className="cards" onSubmit={onSubmit}>
        {draft.isRestored && <p className="notice">{t(restoredText ?? formTexts.restored)}</p>}
        {children}
        {share !== undefined && (
          <progress className="progress" value={share} max={1} aria-label={t(askingTexts.uploading)} />
        )}
        {sending.error && (
          <p className="notice bad" role="alert">
            {sending.error instanceof UploadFailed
              ? t(askingTexts.uploadFailed)
              : wordsOf(sending.error, language)}
          </p>
        )}
        <button type="submit" className="button" disabled={isBusy}>
          {t(isBusy ? askingTexts.sending : askingTexts.send)}
        </button>
      </form>
    </details>
  )
}
