import type { World } from '#platform/world'
import { type CycleId, idOf, type ProductId } from '#shared/ids'
import { counterKeys, leftInCounters } from './first-come-store.ts'
import { NO_GRADE, releaseOfVersion, storedGradeLimits, storedRelease } from './release-store.ts'
import { isCapNamed } from './supply-rules.ts'

type Shop = {
  grade?: number
  isBiweekly: boolean
  /** Of the release; the one in force where none is named. */
  version?: number
}

/** What a shop may take of a product, before anything is doubled, or what is left of it for whoever comes first. */
export type ShopLimit = { productId: ProductId } & (
  | { kind: 'grade'; quantity: number; isDoubled: boolean; band?: string }
  | { kind: 'first-come'; quantity: number }
)

/** All that a cycle's release says to shops like this one; `version` 0 when nothing is released. */
export async function limitsOfShop(
  world: World,
  cycleId: CycleId,
  { grade = NO_GRADE, isBiweekly, version }: Shop,
) {
  const { table } = world
  const release = await (version === undefined
    ? storedRelease(table, cycleId)
    : releaseOfVersion(table, cycleId, version))
  if (!release) return { version: 0, shops: 0, bands: [], limits: [] }
  const of = (each: number) => storedGradeLimits(world.table, cycleId, release.snapshot, each)
  const limits = (await of(grade)) ?? (await of(NO_GRADE))
  const doubled = new Set(isBiweekly ? limits?.boosted : [])
  const bands = Object.entries(limits?.bands ?? {})
  const byGrade = (release.listed ?? limits?.limited ?? []).map((bare): ShopLimit => {
    const [band] = bands.find(([, { products }]) => products.includes(bare)) ?? []
    const quantity = limits?.limits[bare] ?? 0
    return { productId: idOf('product', bare), kind: 'grade', quantity, isDoubled: doubled.has(bare), band }
  })
  const counters = await world.table.getMany(counterKeys(cycleId, release.firstCome))
  const left = leftInCounters(release.firstCome, counters)
  const firstCome = Object.keys(release.firstCome).map((bare): ShopLimit => {
    return { productId: idOf('product', bare), kind: 'first-come', quantity: left.get(bare) ?? 0 }
  })
  return {
    version: release.version,
    publishedAt: release.publishedAt,
    shops: limits?.shops ?? 0,
    bands: bands.map(([code, band]) => ({
      code,
      cap: band.cap,
      isNamed: isCapNamed(band, limits?.limits ?? {}),
    })),
    limits: [...byGrade, ...firstCome],
  }
}
