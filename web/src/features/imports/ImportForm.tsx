import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import type { ImportKind } from '#shared/import-words'
import { importTexts as texts } from '#shared/texts/imports'
import { query } from '../../api.ts'
import { useSay } from '../../components/language-context.ts'
import { wordsOf } from '../../components/problem-words.ts'
import { sendFile, UploadFailed } from './import-queries.ts'

type ImportFormProps = {
  kinds: readonly ImportKind[]
  /** The kind that the page was opened for. */
  asked: string
}

/** Sends a file in, of a kind that a person brings, and goes on to its page. */
export function ImportForm({ kinds, asked }: ImportFormProps) {
  const { t, language } = useSay()
  const [kind, setKind] = useState<ImportKind>(
    () => kinds.find((each) => each === asked) ?? kinds[0] ?? 'customers',
  )
  const sending = useMutation({
    mutationFn: (file: File) => sendFile(kind, file),
    onSuccess: ({ importId }) => location.assign(`/${language}/staff/imports/${importId}/`),
  })
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const file = new FormData(event.currentTarget).get('file')
    if (file instanceof File) sending.mutate(file)
  }
  const isSending = sending.isPending || sending.isSuccess
  return (
    <form className="card" onSubmit={onSubmit}>
      <div className="fields">
        <label className="field">
          <span>{t(texts.kind)}</span>
          <select
            value={kind}
            onChange={(event) => setKind(kinds.find((each) => each === event.target.value) ?? kind)}
          >
            {kinds.map((each) => (
              <option key={each} value={each}>
                {t(texts[each])}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{t(texts.file)}</span>
          <input type="file" name="file" accept=".csv,.xlsx,text/csv" required />
        </label>
        <button type="submit" className="button" disabled={isSending}>
          {t(isSending ? texts.sending : texts.start)}
        </button>
      </div>
      <a
        className="link"
        href={`/api/imports/templates/${kind}${query({ format: 'xlsx', language })}`}
        download
      >
        {t(texts.template)}
      </a>
      {sending.error && (
        <p className="notice bad mt-3" role="alert">
          {sending.error instanceof UploadFailed ? t(texts.uploadFailed) : wordsOf(sending.error, language)}
        </p>
      )}
    </form>
  )
}
