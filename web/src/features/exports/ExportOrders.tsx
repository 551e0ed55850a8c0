import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { ExportView } from '#shared/exports'
import { exportTexts as texts } from '#shared/texts/exports'
import { newKey, query, read, write } from '../../api.ts'
import { useSay } from '../../components/language-context.ts'

const WATCH_MILLISECONDS = 1000

/** Takes the orders of a list along as a file: begins the export, shows how far it is, then where the file is. */
export function ExportOrders({ unitPath, cycleId }: { unitPath: string; cycleId: string }) {
  const { t } = useSay()
  const key = useRef(newKey())
  const begin = useMutation({
    mutationFn: () => {
      const body = { kind: 'orders', ...(cycleId && { cycleId }) }
      return write<ExportView>('POST', `/exports${query({ unitPath })}`, { body, key: key.current })
    },
    onSuccess: () => {
      key.current = newKey()
    },
  })
  const jobId = begin.data?.jobId
  const watched = useQuery({
    queryKey: ['export', jobId],
    queryFn: () => read<ExportView>(`/exports/${jobId}`),
    enabled: jobId !== undefined,
    refetchInterval: ({ state }) => (isOver(state.data) ? false : WATCH_MILLISECONDS),
  })
  const job = watched.data ?? begin.data
  const isMaking = begin.isPending || (job !== undefined && !isOver(job) && !watched.error)
  const hasFailed = begin.isError || watched.isError || job?.state === 'failed'
  return (
    <div className="actions" aria-live="polite">
      <button type="button" className="quiet" disabled={isMaking} onClick={() => begin.mutate()}>
        {isMaking ? t(texts.making, { count: job?.done ?? 0 }) : t(texts.begin)}
      </button>
      {!isMaking && job?.downloadUrl && (
        <a className="link" href={job.downloadUrl} download="orders.csv">
          {t(texts.download, { count: job.done })}
        </a>
      )}
      {hasFailed && <p className="notice bad">{t(texts.failed)}</p>}
    </div>
  )
}

function isOver(job: ExportView | undefined): boolean {
  return job?.state === 'done' || job?.state === 'failed'
}
