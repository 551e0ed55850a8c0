import type { Actor } from '#platform/actor'
import { refuseOtherVersion } from '#platform/audit/plan-change'
import { tryAgain } from '#platform/storage/try-again'
import type { World } from '#platform/world'
import { bareId, type CycleId, type ProductId } from '#shared/ids'
import { givenOut } from './count-first-come.ts'
import { type GivenOut, type LimitChange, type LimitVerdict, openRelease } from './release-rules.ts'
import { type GradeLimits, type Release, storedLimits, storedRelease } from './release-store.ts'
import { releaseSupply } from './release-supply.ts'
import { isCapNamed } from './supply-rules.ts'

/** Of a change of more limits, history tells the version alone: an event is one item. */
const MOST_TOLD = 200

type Asked = {
  changes: readonly LimitChange[]
  /** How many shops each grade has; asked only when a grade gets its first limit. */
  countShops(): Promise<ReadonlyMap<number, number>>
  baseVersion?: number
  /** The job that changes; it releases once, and nothing when one of its changes is refused. */
  source?: string
  /** Why, for its history. */
  reason?: string
}

export type ChangedLimits = { version: number; verdicts: LimitVerdict[] }

/** Puts some limits of a cycle in and leaves the others as they are: one new release, or none when nothing changes.
 * Throws `request.changed_meanwhile`. */
export function changeLimits(
  world: World,
  actor: Actor,
  cycleId: CycleId,
  asked: Asked,
): Promise<ChangedLimits> {
  // Whoever takes first-come goods just now changes no version: that is a race even for a change from one.
  return tryAgain(() => changeOnce(world, actor, cycleId, asked), {
    races: asked.baseVersion === undefined ? ['request.changed_meanwhile'] : [],
  })
}

async function changeOnce(
  world: World,
  actor: Actor,
  cycleId: CycleId,
  { changes, countShops, baseVersion, source, reason }: Asked,
): Promise<ChangedLimits> {
  const before = await storedRelease(world.table, cycleId)
  const current = before?.version ?? 0
  if (source !== undefined && before?.source === source) return { version: current, verdicts: [] }
  refuseOtherVersion(current, baseVersion)
  const grades = await gradesOf(world, cycleId, before)
  const release = openRelease(grades, await givenOutOf(world, cycleId, before, changes))
  const verdicts = changes.map((change) => release.take(change))
  const refused = verdicts.find((one) => one.verdict === 'refused')
  if (source !== undefined && refused) throw refused.problem
  const isChanged = verdicts.some(({ verdict }) => verdict === 'new' || verdict === 'changed')
  if (!isChanged) return { version: current, verdicts }
  const shops = new Map([...grades].map(([grade, limits]) => [grade, limits.shops] as const))
  const isNewGrade = changes.some((change) => 'grade' in change && !shops.has(change.grade))
  const counted = isNewGrade ? await countShops() : new Map<number, number>()
  const version = await releaseSupply(world, actor, cycleId, {
    ...release.whole(),
    shopsOfGrade: new Map([...counted, ...shops]),
    baseVersion: current,
    told: Object.keys(release.told).length > MOST_TOLD ? {} : release.told,
    source,
    reason,
  })
  return { version, verdicts }
}

/** What changes of a cycle's limits would do as it stands now, each by itself. */
export async function judgeLimits(
  world: World,
  cycleId: CycleId,
  changes: readonly LimitChange[],
): Promise<LimitVerdict[]> {
  const before = await storedRelease(world.table, cycleId)
  const grades = await gradesOf(world, cycleId, before)
  const release = openRelease(grades, await givenOutOf(world, cycleId, before, changes))
  return changes.map((change) => release.judge(change))
}

async function gradesOf(world: World, cycleId: CycleId, release: Release | undefined) {
  if (!release) return new Map<number, GradeLimits>()
  return world.remember(`all limits ${cycleId} ${release.snapshot}`, () =>
    storedLimits(world.table, cycleId, release.snapshot),
  )
}

/** What was given out of the first-come goods that changes name, where the release knows them. */
async function givenOutOf(
  world: World,
  cycleId: CycleId,
  release: Release | undefined,
  changes: readonly LimitChange[],
): Promise<ReadonlyMap<ProductId, GivenOut>> {
  const named = changes.flatMap((change) => ('firstCome' in change ? [change.productId] : []))
  const found = [...new Set(named)].map(async (productId) => {
    const shards = release?.firstCome[bareId(productId)]
    const given = shards && (await givenOut(world, cycleId, productId, shards))
    return given ? [[productId, given] as const] : []
  })
  return new Map((await Promise.all(found)).flat())
}

type GradeLimit = {
  grade: number
  quantity: number
  /** The price band that the product stands in, with its cap for the grade. */
  band?: { code: string; cap: number; isNamed: boolean }
}

/** What a cycle's release says of one product, and the release's version: 0 when nothing is released. */
export async function limitsOfProduct(
  world: World,
  cycleId: CycleId,
  productId: ProductId,
): Promise<{
  version: number
  limits: GradeLimit[]
  firstComeLeft?: number
  firstComeTotal?: number
}> {
  const release = await storedRelease(world.table, cycleId)
  if (!release) return { version: 0, limits: [] }
  const bare = bareId(productId)
  const grades = await storedLimits(world.table, cycleId, release.snapshot)
  const limits = [...grades].flatMap(([grade, { limits: of, bands = {} }]): GradeLimit[] => {
    const quantity = of[bare]
    if (quantity === undefined) return []
    const [code, band] = Object.entries(bands).find(([, { products }]) => products.includes(bare)) ?? []
    if (code === undefined || !band) return [{ grade, quantity }]
    return [{ grade, quantity, band: { code, cap: band.cap, isNamed: isCapNamed(band, of) } }]
  })
  const shards = release.firstCome[bare]
  const given = shards && (await givenOut(world, cycleId, productId, shards))
  if (!given) return { version: release.version, limits }
  const { total, taken } = given
  return { version: release.version, limits, firstComeLeft: total - taken, firstComeTotal: total }
}
