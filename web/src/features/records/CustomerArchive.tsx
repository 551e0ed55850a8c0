import { useMutation, useQuery } from '@tanstack/react-query'
import type { CustomerId } from '#shared/ids'
import type { ArchiveView } from '#shared/records'
import { recordTexts as texts } from '#shared/texts/records'
import { useSay } from '../../components/language-context.ts'
import { archiveQuery, beginArchive } from './record-queries.ts'

const WATCH_MILLISECONDS = 1000

/** All that is known of a customer as one file: begins it, shows how far it is, then where it is. */
export function CustomerArchive({ customerId }: { customerId: CustomerId }) {
  const { t } = useSay()
  const begin = useMutation({ mutationFn: () => beginArchive(customerId) })
  const watched = useQuery({
    ...archiveQuery(customerId, begin.data?.jobId),
    refetchInterval: ({ state }) => (isOver(state.data) ? false : WATCH_MILLISECONDS),
  })
  const job = watched.data ?? begin.data
  const isMaking = begin.isPending || (job !== undefined && !isOver(job) && !watched.error)
  const hasFailed = begin.isError || watched.isError || job?.state === 'failed'
  return (
    <section className="card" aria-live="polite">
      <h2>{t(texts.archive)}</h2>
      <p className="facts mb-2">{t(texts.archiveText)}</p>
      {job?.downloadUrl && !isMaking ? (
        <>
          <a className="button" href={job.downloadUrl} download>
            {t(texts.archiveDownload)}
          </a>
          <p className="facts mt-2">{t(texts.archiveHint)}</p>
        </>
      ) : (
        <button type="button" className="quiet" disabled={isMaking} onClick={() => begin.mutate()}>
          {isMaking ? t(texts.archiveMaking, { count: job?.done ?? 0 }) : t(texts.archiveBegin)}
        </button>
      )}
      {hasFailed && <p className="notice bad mt-2">{t(texts.archiveFailed)}</p>}
    </section>
  )
}

function isOver(job: ArchiveView | undefined): boolean {
  return job?.state === 'done' || job?.state === 'failed'
}
