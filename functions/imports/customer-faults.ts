import { batchJudge, type CustomerState, listUnits } from '#accounts'
import type { World } from '#platform/world'
import type { Unit } from '#shared/accounts'
import { Problem } from '#shared/problems'
import type { Cells, RowProblem } from './cell-rules.ts'
import type { customerColumns } from './customer-columns.ts'
import type { ReadBeside } from './row-kind.ts'
import { unitFault, unitsMeant } from './unit-words-rules.ts'

type Row = ReadBeside<CustomerState, typeof customerColumns>

/** The batch of a new customer whose row names none. */
export const USUAL_BATCH = 'daily'

/** What rows of customers say of what lies elsewhere: their units and batches. */
export function openCustomerFaults(world: World) {
  let units: Promise<Unit[]> | undefined
  const known = () => {
    units ??= listUnits(world)
    return units
  }
  return {
    rootUnit: async () => (await known())[0]?.path ?? '',
    reworded: async (rows: readonly Cells[]) => {
      const all = await known()
      return rows.map((cells) => withUnitPath(all, cells))
    },
    faultsOf: async (rows: readonly Row[]): Promise<RowProblem[][]> => {
      const [all, judgeBatch] = [await known(), await batchJudge(world)]
      return rows.map(({ read, stored }) => [
        ...(read.unit === undefined ? [] : [unitFault(all, read.unit)]).filter(
          (fault) => fault !== undefined,
        ),
        ...('batch' in read ? batchFaults(judgeBatch, read.batch, stored) : []),
      ])
    },
  }
}

function withUnitPath(units: readonly Unit[], cells: Cells): Cells {
  const written = cells.unit?.trim()
  const [unit, ...others] = written ? unitsMeant(units, written) : []
  return unit !== undefined && others.length === 0 ? { ...cells, unit } : cells
}

type JudgeBatch = Awaited<ReturnType<typeof batchJudge>>

function batchFaults(judge: JudgeBatch, written: string | undefined, stored: Row['stored']): RowProblem[] {
  const batch = written ?? USUAL_BATCH
  if (batch === stored?.account.batch) return []
  try {
    judge(batch)
    return []
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { code, facts } = error
    return [{ code: written === undefined ? 'imports.batch_missing' : code, facts, column: 'batch' }]
  }
}
