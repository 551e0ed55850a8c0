import { startTransition, useEffect, useState } from 'react'

export type LateParts = typeof import('./late-parts.ts')

/** The parts that stand beside the rows; undefined until they are there. The rows do not wait for them. */
export function useLateParts(): LateParts | undefined {
  const [parts, setParts] = useState<LateParts>()
  useEffect(() => {
    void import('./late-parts.ts').then((found) => startTransition(() => setParts(found)))
  }, [])
  return parts
}
