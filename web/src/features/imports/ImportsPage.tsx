import { useMutation, useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { type ImportKind, kindsBroughtBy } from '#shared/import-words'
import type { ImportView } from '#shared/imports'
import type { Language } from '#shared/languages'
import { importListTexts } from '#shared/texts/import-list'
import { importTexts as texts } from '#shared/texts/imports'
import { query } from '../../api.ts'
import { useSay } from '../../components/language-context.ts'
import { More } from '../../components/More.tsx'
import { wordsOf } from '../../components/problem-words.ts'
import { QueryPortal } from '../../components/QueryPortal.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { useAddress } from '../../components/use-address.ts'
import { usePages } from '../../components/use-pages.ts'
import { useFullMoment } from '../accounts/use-full-moment.ts'
import { ImportFields } from './ImportFields.tsx'
import { ImportState } from './ImportState.tsx'
import {
  type ImportFilters,
  importFilters,
  importsQuery,
  readImports,
  sendFile,
  UploadFailed,
} from './import-queries.ts'

/** Reading in files, of the kinds that a person brings in. */
export function ImportsPage({ language }: { language: Language }) {
  return (
    <QueryPortal language={language}>
      {(session) => <Imports kinds={kindsBroughtBy(session.grants)} />}
    </QueryPortal>
  )
}

function Imports({ kinds }: { kinds: readonly ImportKind[] }) {
  const { t } = useSay()
  const [filters, setFilters] = useAddress(importFilters)
  const imports = useQuery(importsQuery(filters))
  const isFiltered = Object.values(filters).some(Boolean)
  if (imports.error) return <Trouble error={imports.error} onRetry={() => void imports.refetch()} />
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t(texts.title)}</h1>
          <p className="text-soft">{t(texts.lead)}</p>
        </div>
      </div>
      <ImportForm kinds={kinds} />
      <h2 className="mt-6 mb-2">{t(texts.earlier)}</h2>
      <ImportFields filters={filters} onChange={setFilters} />
      {!imports.data && <Skeleton rows={3} />}
      {imports.data?.items.length === 0 && (
        <p className="card text-soft">{t(isFiltered ? importListTexts.noneFits : texts.none)}</p>
      )}
      <ul className="cards">
        {imports.data?.items.map((one) => (
          <ImportCard key={one.importId} one={one} />
        ))}
      </ul>
      {imports.data?.nextCursor && (
        <Older key={imports.data.items.at(-1)?.importId} filters={filters} from={imports.data.nextCursor} />
      )}
    </>
  )
}

type OlderProps = { filters: ImportFilters; from: string }

/** What is older than the newest page, read when someone asks for it. */
function Older({ filters, from }: OlderProps) {
  const [isOpen, setOpen] = useState(false)
  if (!isOpen) return <More onMore={() => setOpen(true)} isReading={false} />
  return <OlderPages filters={filters} from={from} />
}

function OlderPages({ filters, from }: OlderProps) {
  const older = usePages(['imports-older', filters, from], (cursor = from) => readImports(filters, cursor))
  if (older.error) return <Trouble isPart error={older.error} onRetry={older.again} />
  if (!older.items) return <Skeleton rows={3} />
  return (
    <>
      <ul className="cards mt-3">
        {older.items.map((one) => (
          <ImportCard key={one.importId} one={one} />
        ))}
      </ul>
      <More onMore={older.more} isReading={older.isReadingMore} />
    </>
  )
}

function ImportCard({ one }: { one: ImportView }) {
  const { t, language } = useSay()
  const moment = useFullMoment()
  const { importId, kind, fileName, startedAt } = one
  return (
    <li className="card order-card">
      <a className="order-link" href={`/${language}/staff/imports/${importId}/`}>
        {t(texts[kind])} · {fileName}
      </a>
      <span className="order-state">
        <ImportState one={one} />
      </span>
      <span className="facts">
        {moment(startedAt)}
        {one.problem && ` · ${t(texts.failed)}`}
        {one.total > 0 && ` · ${t(texts.progress, { done: one.done, total: one.total })}`}
      </span>
    </li>
  )
}

function ImportForm({ kinds }: { kinds: readonly ImportKind[] }) {
  const { t, language } = useSay()
  const [kind, setKind] = useState<ImportKind>(kinds[0] ?? 'customers')
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
