// A migration as a job: lifts every stored item of an old schema, page by page, while the product goes on.
import { isDeepStrictEqual } from 'node:util'
import type { Table } from '../storage/dynamo-table.ts'
import type { Item } from '../storage/item-kind.ts'
import { liftItem } from '../storage/item-kind.ts'
import { Refused } from '../storage/write.ts'
import type { RunJob } from './run-jobs.ts'

const PAGE = 100

/** Lifts what is older than today's schema. Pages done before are read again by a successor, and left alone. */
export const migrateItems: RunJob = async (world, _job, keep) => {
  let done = 0
  let after: Item | undefined
  do {
    const page = await world.table.scan(after, PAGE)
    for (const item of page.items) await liftStored(world.table, item)
    done += page.items.length
    after = page.last
    await keep({ done, total: 0 })
  } while (after)
}

async function liftStored(table: Table, item: Item): Promise<void> {
  const lifted = liftItem(item)
  if (!lifted) return
  const key = { pk: String(item.pk), sk: String(item.sk) }
  // Only what the lift changes is written, so a change made since the page was read is never undone.
  const touched = Object.keys({ ...item, ...lifted }).filter(
    (name) => !isDeepStrictEqual(item[name], lifted[name]),
  )
  const partOf = (whole: Item) => Object.fromEntries(touched.map((name) => [name, whole[name]]))
  try {
    await table.commit([{ update: key, change: { set: partOf(lifted) }, when: { equals: partOf(item) } }])
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
}
