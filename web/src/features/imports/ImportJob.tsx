import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportView, RowVerdict } from '#shared/imports'
import { importTexts as texts } from '#shared/texts/imports'
import { useSay } from '../../components/language-context.ts'
import { More } from '../../components/More.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { usePages } from '../../components/use-pages.ts'
import { formatCount } from '../../formats.ts'
import { confirmImport, importsQuery, isBusy, readVerdicts } from './import-queries.ts'

const looks = {
  waiting: 'is-waiting',
  read: 'is-waiting',
  previewing: 'is-attention',
  previewed: 'is-attention',
  applying: 'is-attention',
  applied: 'is-done',
  undoing: 'is-attention',
  undone: 'is-waiting',
} as const
const verdicts = ['new', 'changed', 'unchanged', 'refused', 'undone', 'kept'] as const

/** One import: how far it is, what became of its rows, each row on demand. */
export function ImportJob({ job }: { job: ImportView }) {
  const { t, language } = useSay()
  const [isOpen, setOpen] = useState(false)
  const counts = verdicts.filter((verdict) => job.verdicts[verdict])
  return (
    <li className="card">
      <div className="flex justify-between gap-3">
        <strong>
          {t(texts[job.kind])}{' '}
          <span className="facts font-normal">
            {new Date(job.startedAt).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB')}
          </span>
        </strong>
        <span className={`pill ${looks[job.state]}`}>{t(texts[job.state])}</span>
      </div>
      <p className="facts">
        {t(texts.progress, {
          done: formatCount(job.done, language),
          total: formatCount(job.total, language),
        })}
        {counts.map(
          (verdict) => ` · ${formatCount(job.verdicts[verdict] ?? 0, language)} ${t(texts[verdict])}`,
        )}
      </p>
      {job.problem && <p className="notice bad my-2">{job.message ?? job.problem}</p>}
      {job.state === 'previewed' && <Confirm importId={job.importId} />}
      {isBusy(job) && (
        <progress
          className="progress my-2"
          {...(job.total > 0 && { value: job.done, max: job.total })}
          aria-label={t(texts[job.state])}
        />
      )}
      {job.done > 0 && (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary className="link">{t(texts.rows)}</summary>
          {isOpen && <Rows importId={job.importId} />}
        </details>
      )}
    </li>
  )
}

function Confirm({ importId }: { importId: string }) {
  const { t } = useSay()
  const client = useQueryClient()
  const confirming = useMutation({
    mutationFn: () => confirmImport(importId),
    onSettled: () => client.invalidateQueries({ queryKey: importsQuery.queryKey }),
  })
  return (
    <>
      <button
        type="button"
        className="button my-2"
        disabled={confirming.isPending}
        onClick={() => confirming.mutate()}
      >
        {t(texts.confirm)}
      </button>
      {confirming.error && <Trouble isPart error={confirming.error} onRetry={() => confirming.mutate()} />}
    </>
  )
}

function Rows({ importId }: { importId: string }) {
  const { t } = useSay()
  const { items, error, again, more, isReadingMore } = usePages(['verdicts', importId], (cursor) =>
    readVerdicts(importId, cursor),
  )
  if (error) return <Trouble isPart error={error} onRetry={again} />
  if (!items) return <Skeleton rows={2} />
  return (
    <div className="ledger-frame">
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col" className="number">
              {t(texts.row)}
            </th>
            <th scope="col">{t(texts.key)}</th>
            <th scope="col">{t(texts.verdict)}</th>
            <th scope="col">{t(texts.message)}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <VerdictRow key={row.row} row={row} />
          ))}
        </tbody>
      </table>
      <More onMore={more} isReading={isReadingMore} />
    </div>
  )
}

function VerdictRow({ row: { row, key, verdict, problems = [] } }: { row: RowVerdict }) {
  const { t } = useSay()
  return (
    <tr>
      <td className="number">{row}</td>
      <td>{key}</td>
      <td className={verdict === 'refused' ? 'is-refused' : undefined}>{t(texts[verdict])}</td>
      <td>{problems.map(({ message }) => message).join(' ')}</td>
    </tr>
  )
}
