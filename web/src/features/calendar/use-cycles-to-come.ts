import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

const EVERY_MILLISECONDS = 5000
/** A plan is laid out within a minute. */
const LAID_OUT_MILLISECONDS = 65_000

/** Asks for the cycles again while a plan that was just saved is laid out; true meanwhile. */
export function useCyclesToCome(savedVersion: number | undefined): boolean {
  const queries = useQueryClient()
  const [laid, setLaid] = useState<number>()
  useEffect(() => {
    if (savedVersion === undefined) return
    const asking = setInterval(
      () => void queries.invalidateQueries({ queryKey: ['cycles'] }),
      EVERY_MILLISECONDS,
    )
    const ending = setTimeout(() => {
      clearInterval(asking)
      setLaid(savedVersion)
    }, LAID_OUT_MILLISECONDS)
    return () => {
      clearInterval(asking)
      clearTimeout(ending)
    }
  }, [savedVersion, queries])
  return savedVersion !== undefined && laid !== savedVersion
}
