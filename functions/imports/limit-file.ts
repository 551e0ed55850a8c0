import { productIdOfCode, storedProduct } from '#catalogue'
import type { World } from '#platform/world'
import type { FieldChanges } from '#shared/history'
import { bareId, type CycleId, isId, type ProductId } from '#shared/ids'
import { type ReleasePlan, releaseSupply, storedGradeLimits, storedRelease } from '#supply'
import { type Columns, choiceCell, type RowProblem, readCells, textCell, wholeCell } from './cell-rules.ts'
import { countShops, hasCycle } from './cycle-facts.ts'
import type { FileKind, Judgement, RowGroup } from './file-kind.ts'
import { undoLimits } from './undo-limits.ts'

const MOST_QUANTITY = 999_999

/** The columns of limits: either a grade with its quantity, or goods for whoever comes first. */
const limitColumns = {
  cycle: {
    title: { zh: '订货周期', en: 'Order cycle' },
    aliases: ['cycle id', '周期'],
    codec: textCell(60),
    isRequired: true,
    of: () => undefined,
    examples: ['cyc_daily-2026-11-25', 'cyc_daily-2026-11-25'],
  },
  product: {
    title: { zh: '商品编码', en: 'Product code' },
    aliases: ['code', 'sku', '编码', '货号'],
    codec: textCell(40),
    isRequired: true,
    of: () => undefined,
    examples: ['YX-01', 'YX-02'],
  },
  grade: {
    title: { zh: '档位', en: 'Grade' },
    aliases: ['class', '档级'],
    codec: wholeCell(1, 99),
    of: () => undefined,
    examples: ['18', ''],
  },
  quantity: {
    title: { zh: '每户限量', en: 'Limit a shop' },
    aliases: ['limit', '限量', '数量'],
    codec: wholeCell(0, MOST_QUANTITY),
    of: () => undefined,
    examples: ['10', ''],
  },
  first_come: {
    title: { zh: '先到先得总量', en: 'First come, in all' },
    aliases: ['first come', '总量'],
    codec: wholeCell(0, 999_999_999),
    of: () => undefined,
    examples: ['', '300'],
  },
  band: {
    title: { zh: '价位段', en: 'Price band' },
    aliases: ['price band', '段'],
    codec: textCell(40),
    of: () => undefined,
    examples: ['200-300', ''],
  },
  band_cap: {
    title: { zh: '本段每户合计', en: 'Band cap a shop' },
    aliases: ['cap', '段上限'],
    codec: wholeCell(0, MOST_QUANTITY),
    of: () => undefined,
    examples: ['20', ''],
  },
  doubled: {
    title: { zh: '两周一访加倍', en: 'Twice for every other week' },
    aliases: ['boost', '上浮', '加倍'],
    codec: choiceCell(['yes', 'no']),
    of: () => undefined,
    examples: ['', ''],
  },
} as const satisfies Columns<never>

type Plan = {
  limits: Map<string, GradeEntry & { productId: ProductId }>
  firstCome: Map<ProductId, number>
  isChanged: boolean
}
type GradeEntry = { grade: number; quantity: number; band?: string; cap?: number; isDoubled?: boolean }
type Entry = { cycleId: CycleId; productId: ProductId } & ({ firstCome: number } | GradeEntry)

/** The release of cycles. Nothing is in force before the last row; then each cycle's release is, all at once. */
export const limitFile: FileKind = {
  columns: limitColumns,
  keyOf: ({ cycle = '', product = '', grade = '' }) =>
    `${cycle.trim()} ${product.trim()} ${grade.trim()}`.trim(),
  parallel: 8,
  isGathered: true,
  open: (world, _options, applied) => {
    const plans = new Map<CycleId, Plan>()
    const known = new Map<string, Promise<boolean>>()
    return {
      judge: (groups) => {
        const step: Step = { world, known, plans, releases: new Map() }
        return Promise.all(groups.map((group) => judgeRow(step, group)))
      },
      finish: async (actor) => {
        const shopsOfGrade = await countShops(world)
        for (const [cycleId, { limits, firstCome, isChanged }] of plans) {
          if (!isChanged) continue
          await releaseSupply(world, actor, cycleId, {
            limits: [...limits.values()],
            shopsOfGrade,
            firstCome: [...firstCome].map(([productId, quantity]) => ({ productId, quantity })),
            ...bandsAndBoost([...limits.values()]),
            source: applied,
          })
        }
      },
      undo: undoLimits(world, applied),
    }
  },
}

/** What the rows that are judged at once look at. */
type Step = {
  world: World
  known: Map<string, Promise<boolean>>
  plans: Map<CycleId, Plan>
  releases: Map<CycleId, ReturnType<typeof storedRelease>>
}

async function judgeRow(step: Step, { rows: [cells = {}] }: RowGroup): Promise<Judgement> {
  const { world, known } = step
  const read = readCells<never, typeof limitColumns>(limitColumns, cells, undefined)
  if ('problems' in read) return { verdict: 'refused', problems: read.problems }
  const { cycle, product, grade, quantity, first_come: firstCome } = read.values
  const problems: RowProblem[] = []
  const isKnown = (key: string, look: () => Promise<boolean>) => lookedUp(known, key, look)
  const productId = productIdOfCode(product)
  const unknown = (column: string, value: string) =>
    problems.push({ code: 'imports.reference_unknown', column, facts: { value } })
  if (!isId('cycle', cycle) || !(await isKnown(cycle, () => hasCycle(world, cycle)))) unknown('cycle', cycle)
  const hasProduct = async () => (await storedProduct(world.table, productId)) !== undefined
  if (!(await isKnown(productId, hasProduct))) unknown('product', product)
  if (firstCome === undefined && grade === undefined)
    problems.push({ code: 'imports.value_missing', column: 'grade' })
  if (firstCome === undefined && quantity === undefined)
    problems.push({ code: 'imports.value_missing', column: 'quantity' })
  if (problems.length > 0 || !isId('cycle', cycle)) return { verdict: 'refused', problems }
  const entry: Entry =
    firstCome === undefined
      ? {
          ...{ cycleId: cycle, productId, grade: grade ?? 0, quantity: quantity ?? 0 },
          ...{ band: read.values.band, cap: read.values.band_cap, isDoubled: read.values.doubled === 'yes' },
        }
      : { cycleId: cycle, productId, firstCome }
  return judgeEntry(step, entry)
}

async function judgeEntry(step: Step, entry: Entry): Promise<Judgement> {
  const { plans } = step
  const before = await inForce(step, entry)
  const now = 'firstCome' in entry ? before : written(entry)
  const verdict = before === undefined ? 'new' : before === now ? 'unchanged' : 'changed'
  const changes: FieldChanges =
    verdict === 'changed' ? { quantity: { from: String(before), to: String(now) } } : {}
  return {
    verdict,
    changes,
    version: 0,
    commit: async () => {
      const plan = plans.get(entry.cycleId) ?? { limits: new Map(), firstCome: new Map(), isChanged: false }
      plan.isChanged ||= verdict !== 'unchanged'
      plans.set(entry.cycleId, plan)
      if ('firstCome' in entry) plan.firstCome.set(entry.productId, entry.firstCome)
      else plan.limits.set(`${entry.productId} ${entry.grade}`, entry)
    },
  }
}

/** The limit in force; for first-come goods, that a counter is open already. */
async function inForce({ world, releases }: Step, entry: Entry): Promise<string | undefined> {
  const { cycleId, productId } = entry
  const release = await lookedUp(releases, cycleId, () => storedRelease(world.table, cycleId))
  if (!release) return undefined
  const bare = bareId(productId)
  if ('firstCome' in entry) return release.firstCome[bare]?.toString()
  const grade = await world.remember(`limits ${release.snapshot} ${entry.grade}`, () =>
    storedGradeLimits(world.table, cycleId, release.snapshot, entry.grade),
  )
  const quantity = grade?.limits[bare]
  if (quantity === undefined) return undefined
  const [band, of] =
    Object.entries(grade?.bands ?? {}).find(([, { products }]) => products.includes(bare)) ?? []
  const isDoubled = grade?.boosted?.includes(bare)
  return written({
    grade: entry.grade,
    quantity,
    band,
    cap: 'cap' in entry && entry.cap === undefined ? undefined : of?.cap,
    isDoubled,
  })
}

function lookedUp<Key, Found>(
  found: Map<Key, Promise<Found>>,
  key: Key,
  look: () => Promise<Found>,
): Promise<Found> {
  const looked = found.get(key) ?? look()
  found.set(key, looked)
  return looked
}

/** A limit as one text, so that a change of any part of it is one. */
function written({ quantity, band, cap, isDoubled }: GradeEntry): string {
  return [quantity, band, cap, isDoubled ? '×2' : undefined].filter((part) => part !== undefined).join(' ')
}

/** The bands and the doubled products that the rows of a cycle name. */
function bandsAndBoost(
  limits: ReadonlyArray<GradeEntry & { productId: ProductId }>,
): Pick<ReleasePlan, 'bands' | 'boosted'> {
  const inBands = limits.filter(({ band }) => band !== undefined)
  const bands = [...Map.groupBy(inBands, ({ band = '' }) => band)].map(([code, of]) => ({
    code,
    products: [...new Set(of.map(({ productId }) => productId))],
    caps: of.flatMap(({ grade, cap }) => (cap === undefined ? [] : [{ grade, quantity: cap }])),
  }))
  const boosted = new Set(limits.filter(({ isDoubled }) => isDoubled).map(({ productId }) => productId))
  return { bands, boosted: [...boosted] }
}
