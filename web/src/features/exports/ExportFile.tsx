import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { ExportView } from '#shared/exports'
import { type FileFormat, fileFormats } from '#shared/import-words'
import type { Text } from '#shared/languages'
import { exportTexts as texts } from '#shared/texts/exports'
import { newKey, query, read, write } from '../../api.ts'
import { useSay } from '../../components/language-context.ts'

const WATCH_MILLISECONDS = 1000

type ExportFileProps = {
  /** Begins the export: the same key again answers the one that was begun. */
  begin: (format: FileFormat, key: string) => Promise<ExportView>
  /** Where an export is looked at; that of lists unless told. */
  place?: string
  /** What the buttons say, with the format; `Export CSV` unless told. */
  label?: Text
}

/** Takes what a list shows along as a file: begins the export, shows how far it is, then where the file is;
 * the server names it. */
export function ExportFile({ begin, place = '/exports', label = texts.begin }: ExportFileProps) {
  const { t } = useSay()
  const key = useRef(newKey())
  const beginning = useMutation({
    mutationFn: (format: FileFormat) => begin(format, `${key.current}${format}`),
    onSuccess: () => {
      key.current = newKey()
    },
  })
  const jobId = beginning.data?.jobId
  const watched = useQuery({
    queryKey: ['export', jobId],
    queryFn: () => read<ExportView>(`${place}/${jobId}`),
    enabled: jobId !== undefined,
    refetchInterval: ({ state }) => (isOver(state.data) ? false : WATCH_MILLISECONDS),
  })
  const job = watched.data ?? beginning.data
  const isMaking = beginning.isPending || (job !== undefined && !isOver(job) && !watched.error)
  const hasFailed = beginning.isError || watched.isError || job?.state === 'failed'
  return (
    <div className="actions" aria-live="polite">
      {isMaking ? (
        <p className="facts">{t(texts.making, { count: job?.done ?? 0 })}</p>
      ) : (
        fileFormats.map((format) => (
          <button key={format} type="button" className="quiet" onClick={() => beginning.mutate(format)}>
            {t(label, { format: format.toUpperCase() })}
          </button>
        ))
      )}
      {!isMaking && job?.downloadUrl && (
        <a className="link" href={job.downloadUrl} download>
          {t(texts.download, { count: job.done })}
        </a>
      )}
      {hasFailed && <p className="notice bad">{t(texts.failed)}</p>}
    </div>
  )
}

/** Begins an export of what a list of mine shows. */
export function beginExport(
  asked: {
    kind: string
    cycleId?: string
    text?: string
    state?: string
    behalf?: string
    filter?: Readonly<Record<string, string>>
  },
  unitPath: string,
): ExportFileProps['begin'] {
  const { filter, ...named } = asked
  const given = Object.fromEntries(Object.entries(filter ?? {}).filter(([, value]) => value !== ''))
  return (format, key) => {
    const body = { ...named, format, ...(filter && { filter: given }) }
    return write('POST', `/exports${query({ unitPath })}`, { body, key })
  }
}

/** Begins an export of what belongs to one thing, at its own address. */
export function beginExportAt(path: string, asked: object): ExportFileProps['begin'] {
  return (format, key) => write('POST', path, { body: { ...asked, format }, key })
}

/** Begins an export of a customer's orders, or of their lines, as far as `text` finds them. */
export function beginOrderExport(
  customerId: string,
  asked: { kind: 'orders' | 'order-lines'; text?: string },
): ExportFileProps['begin'] {
  return beginExportAt(`/customers/${customerId}/exports`, asked)
}

function isOver(job: ExportView | undefined): boolean {
  return job?.state === 'done' || job?.state === 'failed'
}
