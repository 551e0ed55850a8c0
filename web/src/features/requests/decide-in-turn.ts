import type { ChangeRequest } from '#shared/requests'

type Decide = (seen: ChangeRequest) => Promise<ChangeRequest>

/** Decides requests that were looked at together, one after the other. What an approval made of a customer is known here, so
 * the next request of the same shop goes on from there; what anyone else changes still refuses it. */
export function decideInTurn(decide: Decide): Decide {
  const steps = new Map<ChangeRequest['customerId'], { from: number; to: number }>()
  return async (seen) => {
    const { customerId } = seen
    const step = steps.get(customerId)
    const customerVersion = step?.from === seen.customerVersion ? step.to : seen.customerVersion
    const decided = await decide({ ...seen, customerVersion })
    // A contact is kept beside the customer, whose version it leaves alone.
    const mayChange = decided.state === 'approved' && decided.kind !== 'contact'
    if (mayChange && decided.customerVersion === customerVersion + 1)
      steps.set(customerId, { from: seen.customerVersion, to: decided.customerVersion })
    return decided
  }
}
