import { batchJudge, type CustomerState, customerIdOfCode, listUnits, takenNumbers } from '#accounts'
import { getOrderPlan } from '#calendar'
import type { World } from '#platform/world'
import type { Unit } from '#shared/accounts'
import type { BatchPlan } from '#shared/calendar'
import { Problem } from '#shared/problems'
import { batchFault, batchMeant } from './batch-words-rules.ts'
import type { Cells, RowProblem } from './cell-rules.ts'
import type { customerColumns } from './customer-columns.ts'
import type { ReadBeside } from './row-kind.ts'
import { unitFault, unitsMeant } from './unit-words-rules.ts'

type Row = ReadBeside<CustomerState, typeof customerColumns>

/** The batch of a new customer whose row names none. */
export const USUAL_BATCH = 'daily'

/** What rows of customers say of what lies elsewhere: their units and batches, and numbers that one customer alone has. */
export function openCustomerFaults(world: World, isPreview: boolean) {
  // What is being applied finds the rows before it in the table.
  const named = isPreview ? new Map<string, string>() : undefined
  let units: Promise<Unit[]> | undefined
  const known = () => {
    units ??= listUnits(world)
    return units
  }
  return {
    rootUnit: async () => (await known())[0]?.path ?? '',
    reworded: async (rows: readonly Cells[]) => {
      const [all, { plan, version }] = await Promise.all([known(), getOrderPlan(world)])
      const batches = version > 0 ? plan.batches : []
      return rows.map((cells) => withBatch(batches, withUnitPath(all, cells)))
    },
    faultsOf: async (rows: readonly Row[]): Promise<RowProblem[][]> => {
      const [all, judgeBatch, taken] = await Promise.all([
        known(),
        batchJudge(world),
        takenNumbers(world, rows.map(numbersWanted)),
      ])
      return rows.map((row, at) => [
        ...(row.read.unit === undefined ? [] : [unitFault(all, row.read.unit)]).filter(
          (fault) => fault !== undefined,
        ),
        ...('batch' in row.read ? batchFaults(judgeBatch, row.read.batch, row.stored) : []),
        ...numberFaults(row, taken[at] ?? {}, named),
      ])
    },
  }
}

function withUnitPath(units: readonly Unit[], cells: Cells): Cells {
  const written = cells.unit?.trim()
  const [unit, ...others] = written ? unitsMeant(units, written) : []
  return unit !== undefined && others.length === 0 ? { ...cells, unit } : cells
}

function withBatch(batches: readonly BatchPlan[], cells: Cells): Cells {
  const { batch } = cells
  return batch ? { ...cells, batch: batchMeant(batches, batch) } : cells
}

/** The numbers that a row asks for, and that are not its customer's own already. */
function numbersWanted({ read, stored }: Row) {
  const { number, licence } = read
  return {
    ...(number !== stored?.customer.number && { number }),
    ...(licence?.toUpperCase() !== stored?.customer.licence.number.toUpperCase() && { licence }),
  }
}

/** Numbers that another customer has, or another row of the file named first. */
function numberFaults(
  row: Row,
  taken: Awaited<ReturnType<typeof takenNumbers>>[number],
  named: Map<string, string> | undefined,
): RowProblem[] {
  const { code = '' } = row.read
  const { number, licence } = numbersWanted(row)
  const problems: RowProblem[] = []
  if (taken.number && taken.number !== customerIdOfCode(code))
    problems.push({ code: 'accounts.number_taken', facts: { number }, column: 'number' })
  if (!licence) return problems
  const shop = taken.licence?.code ?? named?.get(licence.toUpperCase()) ?? code
  if (shop !== code)
    problems.push({ code: 'accounts.licence_taken', facts: { licence, shop }, column: 'licence' })
  else named?.set(licence.toUpperCase(), code)
  return problems
}

type JudgeBatch = Awaited<ReturnType<typeof batchJudge>>

function batchFaults(judge: JudgeBatch, written: string | undefined, stored: Row['stored']): RowProblem[] {
  const batch = written ?? USUAL_BATCH
  if (batch === stored?.account.batch) return []
  try {
    judge(batch)
    // While the company has no order plan, any batch will do.
    return [batchFault(batch)].filter((fault) => fault !== undefined)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { code, facts } = error
    return [{ code: written === undefined ? 'imports.batch_missing' : code, facts, column: 'batch' }]
  }
}
