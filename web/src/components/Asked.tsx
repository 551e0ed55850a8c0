import type { ReactNode } from 'react'
import { Skeleton } from './Skeleton.tsx'
import { Trouble } from './Trouble.tsx'

type AskedProps<Answer> = {
  /** A question put with useQuery, or an answer read with useAnswer. */
  of: { data?: Answer | undefined; error?: unknown } & ({ refetch: () => unknown } | { again: () => void })
  /** It is all that the page says, so a failure stands alone; else the rest of the page stands. */
  isPage?: boolean
  /** How many rows hold its place. */
  rows?: number
  children: (answer: Answer) => ReactNode
}

/** What hangs on one answer of the server: its place is held while it is read, and a failure says why and tries again. An
 * answer that is there already stays beside the failure to read it anew. */
export function Asked<Answer>({ of, isPage = false, rows = 4, children }: AskedProps<Answer>) {
  const { data, error } = of
  const hasFailed = error !== undefined && error !== null
  const again = () => void ('again' in of ? of.again() : of.refetch())
  if (isPage && hasFailed) return <Trouble error={error} onRetry={again} />
  return (
    <>
      {hasFailed && <Trouble isPart error={error} onRetry={again} />}
      {data === undefined && !hasFailed && <Skeleton rows={rows} />}
      {data !== undefined && children(data)}
    </>
  )
}
