import { customersOfUnits } from '#accounts'
import { cycleKey } from '#calendar'
import { productIdOfCode, storedProduct } from '#catalogue'
import type { Actor } from '#platform/actor'
import type { World } from '#platform/world'
import { type CycleId, isId, type ProductId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { type ReleasePlan, releaseSupply } from '#supply'
import type { RowImport, RowResult } from './import-rows.ts'
import { optionalInteger, type Row, requiredText } from './read-fields.ts'

const CUSTOMERS_A_PAGE = 500

type Plan = { limits: Map<string, ReleasePlan['limits'][number]>; firstCome: Map<ProductId, number> }

/** Takes the release of cycles in: `cycle`, `product`, and either `grade` with `quantity` or `first_come`.
 * Nothing is in force before the last row; then each cycle's release is, all at once. */
export function takeLimits(actor: Actor): RowImport & { again: RowImport['take'] } {
  const plans = new Map<CycleId, Plan>()
  const known = new Set<ProductId>()
  const take: RowImport['take'] = async (world, row): Promise<RowResult> => {
    const { cycleId, code, ...entry } = await entryOf(world, row)
    const productId = productIdOfCode(code)
    if (!known.has(productId) && !(await storedProduct(world.table, productId)))
      throw new Problem('imports.reference_unknown', { column: 'product', value: code })
    known.add(productId)
    const plan = plans.get(cycleId) ?? { limits: new Map(), firstCome: new Map() }
    plans.set(cycleId, plan)
    if (entry.firstCome !== undefined) plan.firstCome.set(productId, entry.firstCome)
    else
      plan.limits.set(`${code} ${entry.grade}`, { productId, grade: entry.grade, quantity: entry.quantity })
    return { key: code, verdict: 'new' }
  }
  return {
    required: ['cycle', 'product'],
    parallel: 1,
    take,
    again: take,
    finish: async (world) => {
      const shopsOfGrade = await countGrades(world)
      for (const [cycleId, { limits, firstCome }] of plans) {
        const takings = [...firstCome].map(([productId, quantity]) => ({ productId, quantity }))
        await releaseSupply(world, actor, cycleId, {
          limits: [...limits.values()],
          shopsOfGrade,
          firstCome: takings,
        })
      }
    },
  }
}

async function entryOf(world: World, row: Row) {
  const code = requiredText(row, 'product', 40)
  const cycleId = requiredText(row, 'cycle', 60)
  const key = isId('cycle', cycleId) ? cycleKey(cycleId) : undefined
  if (!isId('cycle', cycleId) || !key || !(await world.table.get(key))) {
    throw new Problem('imports.reference_unknown', { column: 'cycle', value: cycleId })
  }
  const firstCome = optionalInteger(row, 'first_come', 0)
  if (firstCome !== undefined) return { cycleId, code, firstCome, grade: 0, quantity: 0 }
  const [grade, quantity] = [
    optionalInteger(row, 'grade', 1, 99),
    optionalInteger(row, 'quantity', 0, 999_999),
  ]
  if (grade === undefined || quantity === undefined) {
    throw new Problem('imports.value_invalid', {
      column: 'grade',
      value: row.grade ?? '',
      expected: '1 – 99',
    })
  }
  return { cycleId, code, grade, quantity }
}

async function countGrades(world: World): Promise<Map<number, number>> {
  const counts = new Map<number, number>()
  let after: Parameters<typeof customersOfUnits>[3]
  do {
    const { cards, last } = await customersOfUnits(world.table, '', CUSTOMERS_A_PAGE, after)
    for (const { grade } of cards) if (grade !== undefined) counts.set(grade, (counts.get(grade) ?? 0) + 1)
    after = last
  } while (after)
  return counts
}
