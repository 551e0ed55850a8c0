import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { rowsOfSheet } from '#platform/sheets/read-sheet'
import { findSheetForm } from '#platform/sheets/sheet-form'
import type { SheetFormat } from '#platform/sheets/sheet-to-write'
import { sheetBytes } from '#platform/sheets/write-sheet'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')
const MEGABYTE = 1_000_000

function* rows(count: number): Generator<string[]> {
  for (let at = 0; at < count; at++) yield [`code ${at}`, `商品 ${at}`, String(at), 'x'.repeat(50)]
}

/** A file that is made while it is read, so that neither end holds it. */
function madeAsRead(format: SheetFormat, count: number) {
  const columns = ['a', 'b', 'c', 'd'].map((title) => ({ title }))
  const bytes = sheetBytes(format, { name: 'x', columns, rows: rows(count) })
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await bytes.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
  })
}

async function mostHeap(format: SheetFormat, count: number): Promise<{ read: number; most: number }> {
  const open = async () => madeAsRead(format, count)
  const form = await findSheetForm(open)
  collect()
  const before = process.memoryUsage().heapUsed
  let [read, most] = [0, 0]
  for await (const _ of rowsOfSheet(open, form)) {
    if (++read % 2500 > 0) continue
    collect()
    most = Math.max(most, process.memoryUsage().heapUsed - before)
  }
  return { read: read - 1, most }
}

describe('a file of any length', () => {
  it.each(['csv', 'xlsx'] as const)(
    'ten times the rows of %s take no more memory',
    async (format) => {
      const few = await mostHeap(format, 5000)
      const many = await mostHeap(format, 50_000)
      expect([few.read, many.read]).toEqual([5000, 50_000])
      expect(many.most).toBeLessThan(few.most + 8 * MEGABYTE)
    },
    90_000,
  )
})
