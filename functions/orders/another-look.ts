import { Refused } from '#platform/storage/write'
import { Problem } from '#shared/problems'

/** True when a condition failed on what was read, so that reading again, strongly, gives the true answer. */
export function isWorthAnotherLook(error: unknown): boolean {
  if (error instanceof Refused) return true
  return (
    error instanceof Problem &&
    (error.code === 'accounts.changed_meanwhile' || error.code === 'orders.supply_short')
  )
}
