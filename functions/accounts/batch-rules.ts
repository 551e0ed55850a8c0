import type { Text } from '#shared/languages'
import type { Batches } from './batch-store.ts'

const MOST_NAMED = 20

/** Whether a customer may come into a batch now: the order plan knows it, and is not about to lose it. */
export function isOpenBatch(known: Batches | undefined, batch: string, nowMilliseconds: number): boolean {
  if (!known) return true
  const leaves = (known.leaving?.[batch] ?? 0) > nowMilliseconds
  return !leaves && known.batches.some((one) => one.batch === batch)
}

/** The known batches as a sentence names them: each by its name and its code. */
export function batchesNamed({ batches }: Batches): Text {
  const named = batches.slice(0, MOST_NAMED)
  const hasMore = batches.length > named.length ? ' …' : ''
  return {
    zh: named.map(({ batch, name }) => `${name.zh || batch}（${batch}）`).join('、') + hasMore,
    en: named.map(({ batch, name }) => `${name.en || batch} (${batch})`).join(', ') + hasMore,
  }
}
