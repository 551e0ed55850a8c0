import { productIdOfCode, storedProduct } from '#catalogue'
import type { World } from '#platform/world'
import type { FieldChanges } from '#shared/history'
import { type CycleId, isId } from '#shared/ids'
import { changeLimits, judgeLimits, type LimitChange, type LimitVerdict } from '#supply'
import {
  type Cells,
  type Columns,
  choiceCell,
  inOrderOf,
  type ReadCells,
  type RowProblem,
  readCells,
  textCell,
  wholeCell,
} from './cell-rules.ts'
import { countShops, hasCycle } from './cycle-facts.ts'
import type { FileKind, Judgement, RowGroup } from './file-kind.ts'
import { undoLimits } from './undo-limits.ts'

const MOST_QUANTITY = 999_999
const A_CYCLE = 'cyc_daily-2026-11-25'

/** The columns of limits: either a grade with its quantity, or goods for whoever comes first. */
const limitColumns = {
  cycle: {
    title: { zh: '订货周期', en: 'Order cycle' },
    aliases: ['cycle id', '周期'],
    codec: textCell(60),
    isRequired: true,
    of: () => undefined,
    examples: [A_CYCLE, A_CYCLE],
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

type LimitOfCycle = LimitChange & { cycleId: CycleId }

/** Limits of cycles. Nothing is in force before the last row; then each cycle has one new release, in which the limits that
 * the file does not name are as they were. */
export const limitFile: FileKind = {
  columns: limitColumns,
  keyOf: ({ cycle = '', product = '', grade = '' }) =>
    `${cycle.trim()} ${product.trim()} ${grade.trim()}`.trim(),
  parallel: 8,
  isGathered: true,
  open: (world, _options, applied) => {
    const gathered = new Map<CycleId, LimitChange[]>()
    const known = new Map<string, Promise<boolean>>()
    return {
      judge: (groups) => judgeRows({ world, known, gathered }, groups),
      finish: async (actor) => {
        for (const [cycleId, changes] of gathered) {
          const asked = { changes, countShops: () => countShops(world), source: applied }
          await changeLimits(world, actor, cycleId, asked)
        }
      },
      undo: undoLimits(world, applied),
    }
  },
}

type AtWork = {
  world: World
  known: Map<string, Promise<boolean>>
  gathered: Map<CycleId, LimitChange[]>
}

async function judgeRows(work: AtWork, groups: readonly RowGroup[]): Promise<Judgement[]> {
  const read = await Promise.all(groups.map(({ rows: [cells = {}] }) => readLimit(work, cells)))
  const limits = read.flatMap((row) => ('limit' in row ? [row.limit] : []))
  const judged = new Map<LimitOfCycle, LimitVerdict>()
  const judging = [...Map.groupBy(limits, ({ cycleId }) => cycleId)].map(async ([cycleId, of]) => {
    const verdicts = await judgeLimits(work.world, cycleId, of)
    for (const [at, limit] of of.entries()) if (verdicts[at]) judged.set(limit, verdicts[at])
  })
  await Promise.all(judging)
  return read.map((row) => {
    if ('problems' in row) return { verdict: 'refused', problems: row.problems }
    const verdict = judged.get(row.limit)
    return verdict ? judgementOf(work, row.limit, verdict) : { verdict: 'refused', problems: [] }
  })
}

function judgementOf({ gathered }: AtWork, limit: LimitOfCycle, judged: LimitVerdict): Judgement {
  if (judged.verdict === 'refused') {
    const { code, facts } = judged.problem
    return { verdict: 'refused', problems: [{ code, facts: { ...facts }, column: 'first_come' }] }
  }
  const { verdict, from, to } = judged
  const changes: FieldChanges =
    verdict === 'changed' ? { quantity: { from: String(from), to: String(to) } } : {}
  return {
    verdict,
    changes,
    version: 0,
    commit: async () => {
      if (verdict === 'unchanged') return
      const { cycleId, ...change } = limit
      const changes = gathered.get(cycleId) ?? []
      changes.push(change)
      gathered.set(cycleId, changes)
    },
  }
}

/** A row as the limit it says; all that is wrong with it when it says none. */
async function readLimit(
  work: AtWork,
  cells: Cells,
): Promise<{ limit: LimitOfCycle } | { problems: RowProblem[] }> {
  const row = readCells<never, typeof limitColumns>(limitColumns, cells, undefined)
  const read = 'values' in row ? row.values : row.read
  const ofCells = 'problems' in row ? row.problems : []
  const problems = inOrderOf(limitColumns, [...ofCells, ...(await faultsOf(work, read))])
  const { cycle, product, grade, quantity, first_come: firstCome, band, band_cap: cap, doubled } = read
  if (problems.length > 0 || product === undefined || !isId('cycle', cycle)) return { problems }
  const of = { cycleId: cycle, productId: productIdOfCode(product) }
  if (firstCome !== undefined) return { limit: { ...of, firstCome } }
  const more = { band, cap, ...(doubled && { isDoubled: doubled === 'yes' }) }
  return { limit: { ...of, grade: grade ?? 0, quantity: quantity ?? 0, ...more } }
}

/** What is wrong beyond single cells. A cell that could not be read is not missed as well. */
async function faultsOf(
  { world, known }: AtWork,
  read: ReadCells<typeof limitColumns>,
): Promise<RowProblem[]> {
  const { cycle, product } = read
  const problems: RowProblem[] = []
  const missing = (column: keyof typeof limitColumns) => {
    if (column in read && read[column] === undefined)
      problems.push({ code: 'imports.value_missing', column, facts: { value: '' } })
  }
  const hasNamed = async (key: string) => isId('cycle', key) && hasCycle(world, key)
  if (cycle !== undefined && !(await lookedUp(known, cycle, () => hasNamed(cycle))))
    problems.push({
      code: 'imports.cycle_unknown',
      column: 'cycle',
      facts: { value: cycle, example: A_CYCLE },
    })
  const hasCoded = async (code: string) =>
    (await storedProduct(world.table, productIdOfCode(code))) !== undefined
  if (product !== undefined && !(await lookedUp(known, productIdOfCode(product), () => hasCoded(product))))
    problems.push({ code: 'imports.reference_unknown', column: 'product', facts: { value: product } })
  if ('first_come' in read && read.first_come === undefined) {
    missing('grade')
    missing('quantity')
  }
  if (read.band_cap !== undefined) missing('band')
  return problems
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
