import type { Actor } from '#platform/actor'
import { eventsOf } from '#platform/events/event-store'
import { tryAgain } from '#platform/storage/try-again'
import type { World } from '#platform/world'
import type { CustomerGrades, GradeCustomer } from '#shared/accounts'
import { isFieldChange } from '#shared/history'
import type { CustomerId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { type BusinessDate, businessDateOf } from '#shared/time'
import { customerKey, storedCustomer } from './customer-store.ts'
import { planEdit } from './plan-customer.ts'
import { holdToVersion } from './save-customer.ts'

/** Gives a customer another grade or class, with the reason; `from` says since when it counts, today at the latest.
 * Throws `accounts.customer_not_found`, `accounts.grade_ahead`, `request.changed_meanwhile`. */
export async function gradeCustomer(
  world: World,
  actor: Actor,
  input: GradeCustomer & { customerId: CustomerId; baseVersion?: number },
): Promise<void> {
  const { customerId, grade, customerClass, reason } = input
  const today = businessDateOf(world.clock.now(), world.config.timeZone)
  const from = input.from ?? today
  if (from > today) throw new Problem('accounts.grade_ahead', { today })
  await tryAgain(async () => {
    const before = await storedCustomer(world.table, customerId, { isStrong: true })
    if (!before) throw new Problem('accounts.customer_not_found')
    const account = { ...(grade !== undefined && { grade }), ...(customerClass && { customerClass }) }
    const facts = { gradeReason: reason, gradedFrom: from }
    const plan = planEdit(world, before, { type: 'customer.graded', account }, facts)
    if (plan.verdict !== 'unchanged') holdToVersion(before, input.baseVersion, false)
    await plan.commit(actor)
  })
}

/** Which grade and class a customer had since when, by whom and why: told by its events alone, the newest first. */
export async function listGrades(world: World, customerId: CustomerId): Promise<CustomerGrades['items']> {
  const events = await eventsOf(world.table, customerKey(customerId))
  const found: CustomerGrades['items'] = []
  for (const { at, by, change } of events) {
    const { grade, customerClass, gradeReason, gradedFrom } = change
    if (!isFieldChange(grade) && !isFieldChange(customerClass)) continue
    const last = found.at(-1)
    found.push({
      grade: isFieldChange(grade) ? numberIn(grade.to) : last?.grade,
      customerClass: isFieldChange(customerClass) ? textIn(customerClass.to) : last?.customerClass,
      from: dateIn(gradedFrom) ?? businessDateOf(at, world.config.timeZone),
      at,
      by,
      reason: textIn(gradeReason),
    })
  }
  return found.reverse()
}

function numberIn(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function dateIn(value: unknown): BusinessDate | undefined {
  return typeof value === 'string' && isDate(value) ? value : undefined
}

function isDate(text: string): text is BusinessDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
}
