import type { Text } from '#shared/languages'
import type { RowProblem } from './cell-rules.ts'

type Batch = { batch: string; name: Text }

const BATCHES = 'daily, weekly-1 … weekly-5, odd-1 … odd-5, even-1 … even-5'

/** The code of the batch that a cell means: by the code itself, else by what the order plan calls it. What names none, or
 * several, stays as it is written. */
export function batchMeant(batches: readonly Batch[], written: string): string {
  const plain = written.trim().toLowerCase()
  const [byCode] = batches.filter(({ batch }) => batch === plain)
  const byName = batches.filter(({ name }) => name.zh === written.trim() || name.en.toLowerCase() === plain)
  const meant = byCode ?? (byName.length === 1 ? byName[0] : undefined)
  return meant?.batch ?? written
}

/** Why a cell can be no batch at all, whatever the order plan: its kind, and the weekday of its order day, make it. */
export function batchFault(written: string): RowProblem | undefined {
  if (/^[a-z]{2,10}(-[0-9])?$/.test(written)) return undefined
  return { code: 'imports.choice_invalid', column: 'batch', facts: { value: written, values: BATCHES } }
}
