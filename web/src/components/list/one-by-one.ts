import type { Language } from '#shared/languages'
import { wordsOf } from '../problem-words.ts'
import type { Outcome } from './BulkBar.tsx'

/** Does one thing to each of several rows, one after the other, and says what became of each: a refusal of one is
 * its verdict and stops none of the others. */
export async function oneByOne<Row>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  { language, work }: { language: Language; work: (row: Row) => Promise<unknown> },
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const row of rows) {
    const refusal = await work(row).then(
      () => undefined,
      (error: unknown) => wordsOf(error, language),
    )
    outcomes.push({ name: nameOf(row), refusal })
  }
  return outcomes
}
