import type { Text } from '#shared/languages'
import type { Batches } from './batch-store.ts'

const MOST_NAMED = 5

/** Whether a customer may come into a batch now: the order plan knows it, and is not about to lose it. */
export function isOpenBatch(known: Batches | undefined, batch: string, nowMilliseconds: number): boolean {
  if (!known) return true
  const leaves = (known.leaving?.[batch] ?? 0) > nowMilliseconds
  return !leaves && known.batches.some((one) => one.batch === batch)
}

/** The known batches as a sentence names them: the first by name and code, of many more how many there are in all. */
export function batchesNamed({ batches }: Batches): Text {
  const named = batches.slice(0, MOST_NAMED)
  const isCut = batches.length > named.length
  const zh = named.map(({ batch, name }) => `${name.zh || batch}（${batch}）`).join('、')
  const en = named.map(({ batch, name }) => `${name.en || batch} (${batch})`).join(', ')
  return {
    zh: isCut ? `${zh}等共 ${batches.length} 个` : zh,
    en: isCut ? `${en} and ${batches.length - named.length} more` : en,
  }
}
