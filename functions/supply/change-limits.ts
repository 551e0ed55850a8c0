import type { Actor } from '#platform/actor'
import { refuseOtherVersion } from '#platform/audit/plan-change'
import type { World } from '#platform/world'
import type { FieldChanges } from '#shared/history'
import { bareId, type CycleId, idOf, type ProductId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { shardsLeft } from './first-come-store.ts'
import { type Release, storedLimits, storedRelease } from './release-store.ts'
import { type ReleasePlan, releaseSupply } from './release-supply.ts'
import { isCapGiven } from './supply-rules.ts'

const MOST_TRIES = 5

/** What a grade may take of a product, or how much of it there is for whoever comes first. */
export type LimitChange = { productId: ProductId } & (
  | { grade: number; quantity: number }
  | { firstCome: number }
)

type Asked = {
  changes: readonly LimitChange[]
  /** How many shops each grade has; asked only when a grade gets its first limit. */
  countShops(): Promise<ReadonlyMap<number, number>>
  baseVersion?: number
}

export type ChangedLimits = { version: number; verdicts: Array<'new' | 'changed' | 'unchanged'> }

/** Puts some limits of a cycle in and leaves the others as they are: one new release, or none when nothing changes.
 * First-come goods that are open already go on as they are. Throws `request.changed_meanwhile`. */
export async function changeLimits(
  world: World,
  actor: Actor,
  cycleId: CycleId,
  asked: Asked,
): Promise<ChangedLimits> {
  for (let tries = 1; ; tries++) {
    try {
      return await changeOnce(world, actor, cycleId, asked)
    } catch (error) {
      const isRace = error instanceof Problem && error.code === 'request.changed_meanwhile'
      if (!isRace || asked.baseVersion !== undefined || tries >= MOST_TRIES) throw error
    }
  }
}

async function changeOnce(
  world: World,
  actor: Actor,
  cycleId: CycleId,
  { changes, countShops, baseVersion }: Asked,
): Promise<ChangedLimits> {
  const before = await storedRelease(world.table, cycleId)
  const current = before?.version ?? 0
  refuseOtherVersion(current, baseVersion)
  const grades = before ? await storedLimits(world.table, cycleId, before.snapshot) : new Map()
  const plan = planOf(before, grades)
  const verdicts = changes.map((change) => plan.take(change))
  if (verdicts.every((verdict) => verdict === 'unchanged')) return { version: current, verdicts }
  const shops = new Map([...grades].map(([grade, limits]) => [grade, limits.shops] as const))
  const isNewGrade = changes.some((change) => 'grade' in change && !shops.has(change.grade))
  const counted = isNewGrade ? await countShops() : new Map<number, number>()
  const version = await releaseSupply(world, actor, cycleId, {
    ...plan.whole(),
    shopsOfGrade: new Map([...counted, ...shops]),
    baseVersion: current,
    told: plan.told,
  })
  return { version, verdicts }
}

type Grades = Awaited<ReturnType<typeof storedLimits>>

/** The limits of a release with changes taken in, one after the other. */
function planOf(before: Release | undefined, grades: Grades) {
  const limits = new Map<string, ReleasePlan['limits'][number]>()
  for (const [grade, { limits: of }] of grades)
    for (const [bare, quantity] of Object.entries(of))
      limits.set(`${bare} ${grade}`, { productId: idOf('product', bare), grade, quantity })
  const firstCome = new Map<ProductId, number>()
  const told: FieldChanges = {}
  const take = (change: LimitChange): ChangedLimits['verdicts'][number] => {
    const bare = bareId(change.productId)
    if ('firstCome' in change) {
      if (before?.firstCome[bare] !== undefined || firstCome.has(change.productId)) return 'unchanged'
      firstCome.set(change.productId, change.firstCome)
      told[`firstCome ${bare}`] = { from: null, to: change.firstCome }
      return 'new'
    }
    const key = `${bare} ${change.grade}`
    const from = limits.get(key)?.quantity
    if (from === change.quantity) return 'unchanged'
    limits.set(key, change)
    told[`limit ${key}`] = { from: from ?? null, to: change.quantity }
    return from === undefined ? 'new' : 'changed'
  }
  const whole = () => ({
    limits: [...limits.values()],
    firstCome: [...firstCome].map(([productId, quantity]) => ({ productId, quantity })),
    ...bandsAndBoost(grades),
  })
  return { take, whole, told }
}

/** Price bands and doubled products, as the grades of a release have them. A cap that was given stays as it is; one that
 * followed from the limits follows them on (supply and ordering, section 3). */
function bandsAndBoost(grades: Grades): Pick<ReleasePlan, 'bands' | 'boosted'> {
  const all = [...grades].flatMap(([grade, { bands, limits }]) =>
    Object.entries(bands ?? {}).map(([code, band]) => ({
      ...{ code, products: band.products },
      given: isCapGiven(band, limits) ? [{ grade, quantity: band.cap }] : [],
    })),
  )
  const bands = [...Map.groupBy(all, ({ code }) => code)].map(([code, of]) => ({
    code,
    products: [...new Set(of.flatMap(({ products }) => products))].map((bare) => idOf('product', bare)),
    caps: of.flatMap(({ given }) => given),
  }))
  const boosted = new Set([...grades.values()].flatMap(({ boosted: of }) => of ?? []))
  return { bands, boosted: [...boosted].map((bare) => idOf('product', bare)) }
}

/** What a cycle's release says of one product, and the release's version: 0 when nothing is released. */
export async function limitsOfProduct(
  world: World,
  cycleId: CycleId,
  productId: ProductId,
): Promise<{
  version: number
  limits: Array<{ grade: number; quantity: number }>
  firstComeLeft?: number
}> {
  const release = await storedRelease(world.table, cycleId)
  if (!release) return { version: 0, limits: [] }
  const bare = bareId(productId)
  const grades = await storedLimits(world.table, cycleId, release.snapshot)
  const limits = [...grades].flatMap(([grade, { limits: of }]) => {
    const quantity = of[bare]
    return quantity === undefined ? [] : [{ grade, quantity }]
  })
  const shards = release.firstCome[bare]
  if (shards === undefined) return { version: release.version, limits }
  const left = await shardsLeft(world.table, cycleId, productId, shards)
  return { version: release.version, limits, firstComeLeft: left.reduce((sum, one) => sum + one, 0) }
}
