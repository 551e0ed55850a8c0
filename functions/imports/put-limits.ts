import { getProduct } from '#catalogue'
import type { Actor } from '#platform/actor'
import type { World } from '#platform/world'
import type { CycleId } from '#shared/ids'
import type { Language } from '#shared/languages'
import type { SaveVerdicts } from '#shared/prices'
import { Problem, problemSentence } from '#shared/problems'
import type { SaveLimits } from '#shared/supply'
import { changeLimits, type LimitChange, limitsOfProduct } from '#supply'
import { countShops, hasCycle } from './cycle-facts.ts'

type Item = SaveLimits['items'][number]
type Refusal = SaveVerdicts['items'][number]

/** What a cycle's release says of a product. Throws `calendar.cycle_not_found`, `catalogue.product_not_found`. */
export async function getLimits(world: World, { cycleId, product }: { cycleId: CycleId; product: string }) {
  await refuseUnknownCycle(world, cycleId)
  const { productId } = await getProduct(world, product)
  return limitsOfProduct(world, cycleId, productId)
}

type LimitAsked = { cycleId: CycleId; baseVersion?: number; item: Item; reason?: string }

/** Puts one limit of a cycle in and answers what now holds of the product; the other limits stay. Throws
 * `calendar.cycle_not_found`, `catalogue.product_not_found`, `supply.below_taken`, `request.changed_meanwhile`. */
export async function putLimit(
  world: World,
  actor: Actor,
  { cycleId, baseVersion, item, reason }: LimitAsked,
) {
  await refuseUnknownCycle(world, cycleId)
  const changes = [await changeOf(world, item)]
  const asked = { changes, countShops: () => countShops(world), baseVersion, reason }
  const [judged] = (await changeLimits(world, actor, cycleId, asked)).verdicts
  if (judged?.verdict === 'refused') throw judged.problem
  return getLimits(world, { cycleId, product: item.product })
}

/** Puts many limits of a cycle in at once: one release of those that stand, and a verdict for each. */
export async function putLimits(
  world: World,
  actor: Actor,
  language: Language,
  { cycleId, items }: SaveLimits & { cycleId: CycleId },
): Promise<SaveVerdicts> {
  await refuseUnknownCycle(world, cycleId)
  const read = await Promise.all(items.map((item) => changeOrRefusal(world, language, item)))
  const changes = read.flatMap((one) => ('verdict' in one ? [] : [one]))
  const asked = { changes, countShops: () => countShops(world) }
  const verdicts = (await changeLimits(world, actor, cycleId, asked)).verdicts.values()
  return {
    items: read.map((one, at) => {
      if ('verdict' in one) return one
      const judged = verdicts.next().value
      if (judged?.verdict === 'refused') return refusalOf(language, items[at], judged.problem)
      return { key: keyOf(items[at]), verdict: judged?.verdict ?? 'unchanged' }
    }),
  }
}

async function changeOf(world: World, { product, ...limit }: Item): Promise<LimitChange> {
  const { productId } = await getProduct(world, product)
  return { productId, ...limit }
}

async function changeOrRefusal(world: World, language: Language, item: Item): Promise<LimitChange | Refusal> {
  try {
    return await changeOf(world, item)
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'request.busy') throw error
    return refusalOf(language, item, error)
  }
}

function refusalOf(language: Language, item: Item | undefined, { code, facts }: Problem): Refusal {
  const message = problemSentence(code, facts, language)
  return { key: keyOf(item), verdict: 'refused', code, facts: { ...facts }, message }
}

function keyOf(item: Item | undefined): string {
  if (!item) return ''
  return 'grade' in item ? `${item.product} ${item.grade}` : item.product
}

async function refuseUnknownCycle(world: World, cycleId: CycleId): Promise<void> {
  if (!(await hasCycle(world, cycleId))) throw new Problem('calendar.cycle_not_found')
}
