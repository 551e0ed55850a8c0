import { startTransition, useCallback, useEffect, useRef, useState } from 'react'
import { leaveWhenSignedOut } from './leave-to-sign-in.ts'

type Answered<Answer> = { data?: Answer; error?: unknown; answeredAt: number }

/** Reads one answer of the server, and again on demand; what was there stays until the new one is. The order page asks
 * with this instead of TanStack Query, whose 11 KB would take it over its budget. `name` tells questions apart. */
export function useAnswer<Answer>(name: string | undefined, ask: () => Promise<Answer>) {
  const [answered, setAnswered] = useState<Answered<Answer>>({ answeredAt: 0 })
  const asking = useRef(ask)
  useEffect(() => {
    asking.current = ask
  })
  const turn = useRef(0)
  const again = useCallback(() => {
    turn.current += 1
    const mine = turn.current
    const settle = (outcome: Partial<Answered<Answer>>) => {
      if (mine !== turn.current) return
      const answeredAt = Date.now()
      // Drawn in slices: a long answer keeps neither a tap nor a key waiting.
      startTransition(() => setAnswered((before) => ({ data: before.data, answeredAt, ...outcome })))
    }
    asking.current().then(
      (data) => settle({ data }),
      (error: unknown) => {
        leaveWhenSignedOut(error)
        settle({ error })
      },
    )
  }, [])
  useEffect(() => {
    if (name !== undefined) again()
  }, [name, again])
  return { ...answered, again }
}
