import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import { type ImportKind, importKinds } from '#shared/import-words'
import type { Language } from '#shared/languages'
import { importTexts as texts } from '#shared/texts/imports'
import { useSay } from '../../components/language-context.ts'
import { wordsOf } from '../../components/problem-words.ts'
import { QueryPortal } from '../../components/QueryPortal.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { ImportJob } from './ImportJob.tsx'
import { importFile, importsQuery, UploadFailed } from './import-queries.ts'

/** Reading in files, for administrators. */
export function ImportsPage({ language }: { language: Language }) {
  return <QueryPortal language={language}>{() => <Imports />}</QueryPortal>
}

function Imports() {
  const { t } = useSay()
  const jobs = useQuery(importsQuery)
  if (jobs.error) return <Trouble error={jobs.error} onRetry={() => void jobs.refetch()} />
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t(texts.title)}</h1>
          <p className="text-soft">{t(texts.lead)}</p>
        </div>
      </div>
      <ImportForm />
      <h2 className="mt-6 mb-2">{t(texts.earlier)}</h2>
      {!jobs.data && <Skeleton rows={3} />}
      {jobs.data?.items.length === 0 && <p className="card text-soft">{t(texts.none)}</p>}
      <ul className="cards">
        {jobs.data?.items.map((job) => (
          <ImportJob key={job.importId} job={job} />
        ))}
      </ul>
    </>
  )
}

function ImportForm() {
  const { t, language } = useSay()
  const client = useQueryClient()
  const sending = useMutation({
    mutationFn: (form: HTMLFormElement) => {
      const data = new FormData(form)
      const file = data.get('file')
      return importFile(kindOf(data.get('kind')), file instanceof File ? file : new File([], ''))
    },
    onSuccess: (_, form) => form.reset(),
    onSettled: () => {
      return client.invalidateQueries({ queryKey: importsQuery.queryKey })
    },
  })
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    sending.mutate(event.currentTarget)
  }
  return (
    <form className="card" onSubmit={onSubmit}>
      <div className="fields">
        <label className="field">
          <span>{t(texts.kind)}</span>
          <select name="kind">
            {importKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(texts[kind])}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{t(texts.file)}</span>
          <input type="file" name="file" accept=".csv,.xlsx,text/csv" required />
        </label>
        <button type="submit" className="button" disabled={sending.isPending}>
          {t(sending.isPending ? texts.sending : texts.start)}
        </button>
      </div>
      {sending.error && (
        <p className="notice bad mt-3" role="alert">
          {sending.error instanceof UploadFailed ? t(texts.uploadFailed) : wordsOf(sending.error, language)}
        </p>
      )}
    </form>
  )
}

function kindOf(value: unknown): ImportKind {
  return importKinds.find((kind) => kind === value) ?? 'customers'
}
