import { useMutation, useQuery } from '@tanstack/react-query'
import { searchUpkeepTexts as texts } from '#shared/texts/search-upkeep'
import { useSay } from '../../components/language-context.ts'
import { Refused } from '../../components/Refused.tsx'
import { rebuildQuery, startRebuild } from './account-queries.ts'

const WATCH_MILLISECONDS = 1000

/** Has the search for customers made anew, and shows how far that is. */
export function SearchUpkeep() {
  const { t } = useSay()
  const begin = useMutation({ mutationFn: startRebuild })
  const watched = useQuery({
    ...rebuildQuery(begin.data?.jobId),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? WATCH_MILLISECONDS : false),
  })
  const job = watched.data ?? begin.data
  const isMaking = begin.isPending || job?.state === 'running'
  const error = begin.error ?? watched.error
  return (
    <details className="mt-6">
      <summary className="link">{t(texts.rebuildSearch)}</summary>
      <p className="facts mb-2">{t(texts.rebuildHint)}</p>
      <button type="button" className="quiet" disabled={isMaking} onClick={() => begin.mutate()}>
        {isMaking ? t(texts.rebuilding, { count: job?.done ?? 0 }) : t(texts.rebuildSearch)}
      </button>
      <p role="status" className="is-done">
        {job?.state === 'done' && t(texts.rebuilt)}
      </p>
      <Refused error={error} />
    </details>
  )
}
