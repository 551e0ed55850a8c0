import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { OrderPlan } from '#shared/calendar'
import { Problem } from '#shared/problems'
import type { BusinessDate } from '#shared/time'
import { calendarPatterns } from './access-patterns.ts'

const planKind = itemKind(
  'order-plan',
  1,
  z.object({
    plan: OrderPlan,
    version: z.number().int(),
    reason: z.string(),
    /** For which version and day the cycles were laid out last. */
    laid: z.string().optional(),
    /** Batches that were taken out and whose coming cycles are not taken away yet. */
    removed: z.array(z.string()).optional(),
  }),
)
/** The company's order plan, and how far it was laid out. */
export type PlanItem = ReturnType<(typeof planKind)['read']>

export const planKey: Key = keyOf(calendarPatterns.plan, {})

export async function storedPlan(
  table: Table,
  options: { isStrong?: boolean } = {},
): Promise<PlanItem | undefined> {
  return planKind.readMaybe(await table.get(planKey, options))
}

/** Puts a plan in place of the version before. */
export function planWrite(item: PlanItem): Write {
  return {
    put: { ...planKind.write(item), ...planKey },
    when: item.version === 1 ? { absent: true } : { equals: { version: item.version - 1 } },
    onRefused: (current) =>
      new Problem('request.changed_meanwhile', { current: Number(current?.version ?? 0) }),
  }
}

/** What a plan that was laid out for a day notes. */
export function laidMark({ version }: Pick<PlanItem, 'version'>, day: BusinessDate): string {
  return `${version} ${day}`
}

/** Notes that a version of the plan was laid out for a day, and nothing is left of what it removed. */
export function laidWrite(item: PlanItem, day: BusinessDate): Write {
  return {
    update: planKey,
    change: { set: { laid: laidMark(item, day) }, remove: ['removed'] },
    when: { equals: { version: item.version } },
  }
}
