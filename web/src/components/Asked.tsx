import type { ReactNode } from 'react'
import { Skeleton } from './Skeleton.tsx'
import { Trouble } from './Trouble.tsx'

type Again = { refetch: () => unknown } | { again: () => void }

type AskedProps<Answer> = {
  /** A question put with useQuery, or an answer read with useAnswer. */
  of: { data?: Answer | undefined; error?: unknown } & Again
  /** It is all that the page says, so a failure stands alone; else the rest of the page stands. */
  isPage?: boolean
  /** How many rows hold its place. */
  rows?: number | undefined
  children: (answer: Answer) => ReactNode
}

/** What hangs on one answer of the server: its place is held while it is read, and a failure says why and tries again. An
 * answer that is there already stays beside the failure to read it anew. */
export function Asked<Answer>({ of, isPage = false, rows, children }: AskedProps<Answer>) {
  const { data, error } = of
  const again = () => void ('again' in of ? of.again() : of.refetch())
  if (isPage && hasFailed(error)) return <Trouble error={error} onRetry={again} />
  return (
    <>
      <Reading of={{ items: data, error, again }} rows={rows} />
      {data !== undefined && children(data)}
    </>
  )
}

type ReadingProps = {
  /** A list read with usePages. */
  of: { items?: unknown; error?: unknown; again: () => void }
  rows?: number | undefined
}

/** What stands where a list will be: its place while it is read, or why it could not be. */
export function Reading({ of: { items, error, again }, rows }: ReadingProps) {
  if (hasFailed(error)) return <Trouble isPart error={error} onRetry={again} />
  return items === undefined ? <Skeleton rows={rows} /> : null
}

function hasFailed(error: unknown): boolean {
  return error !== undefined && error !== null
}
