import { beforeAll, describe, expect, it } from 'vitest'
import { rowsOfSheet } from '#platform/sheets/read-sheet'
import { runDue } from '../../functions/entry/schedule.ts'
import { anImporter, previewImport, runImport } from '../imports/run-import.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aSession, someProducts, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let call: Call

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
  for (let at = 0; at < 130; at++) await aCustomer(world, `N-${at}`, { unitPath: 'hq/53/5301', balance: at })
  await aCustomer(world, 'S-1', { unitPath: 'hq/53/5302' })
  await someProducts(world, [
    { code: '=P-1', price: 1050 },
    { code: 'P-2', price: 7 },
  ])
})

const staffAt = async (unitPath: string) =>
  aSession(world, await someStaff(world, [{ role: 'account-manager', unitPath }]))

/** The rows of an export, read as a spreadsheet program would. */
async function exported(cookie: string, path: string, body: object, language = 'zh'): Promise<string[][]> {
  const headers = { 'accept-language': language }
  const begun = await call(path, { method: 'POST', cookie, body, headers })
  expect(begun.status, begun.text).toBe(201)
  await runDue(world)
  const { downloadUrl } = (await call(`/exports/${begun.body.jobId}`, { cookie })).body
  const bytes = world.stored.get(String(downloadUrl).slice('memory:'.length)) ?? new Uint8Array()
  const form = String(downloadUrl).endsWith('.xlsx')
    ? ({ format: 'xlsx' } as const)
    : ({ format: 'csv', encoding: 'utf-8', separator: ',' } as const)
  const rows: string[][] = []
  for await (const row of rowsOfSheet(async () => new Blob([new Uint8Array(bytes)]).stream(), form))
    rows.push(row)
  return rows
}

describe('lists as files', () => {
  it('customers of my units alone, headings in my language', async () => {
    const rows = await exported(await staffAt('hq/53/5301'), '/exports', { kind: 'customers' }, 'en')
    expect(rows[0]?.slice(0, 4)).toEqual(['Customer code', 'Name', 'Name in English', 'Short number'])
    const codes = rows.slice(1).map(([code]) => code)
    expect(codes).toHaveLength(130)
    expect(new Set(codes)).toEqual(new Set(Array.from({ length: 130 }, (_, at) => `N-${at}`)))
  })

  it.each(['csv', 'xlsx'])('products and prices as %s', async (format) => {
    const cookie = await staffAt('hq')
    const products = await exported(cookie, '/exports', { kind: 'products', format })
    expect(products[0]?.slice(0, 2)).toEqual(['商品编码', '名称'])
    expect(
      products
        .slice(1)
        .map(([code]) => code)
        .sort(),
    ).toEqual(['=P-1', 'P-2'])
    const prices = await exported(cookie, '/exports', {
      kind: 'prices',
      format,
      filter: { list: 'standard' },
    })
    const cells = prices.slice(1).map(([code, price, list]) => [code, Number(price), list])
    expect(cells.sort()).toEqual([
      ['=P-1', 10.5, 'standard'],
      ['P-2', 0.07, 'standard'],
    ])
  })

  it('a price list that is not there is empty', async () => {
    expect(
      await exported(await staffAt('hq'), '/exports', { kind: 'prices', filter: { list: 'none' } }),
    ).toHaveLength(1)
  })
})

describe('refused rows as a file', () => {
  it('they come with reasons and go in mended', async () => {
    const file = '编码,名称,倍数,备注\nR-1,一,1,"a\nb"\n\nR-2,,x,"b,c"\nR-3,三,0,\n'
    const { importId, cookie } = await previewImport(world, 'products', file)
    const rows = await exported(cookie, `/imports/${importId}/refused-rows`, {})
    expect(rows).toEqual([
      ['编码', '名称', '倍数', '备注', '文件行号', '说明'],
      ['R-2', '', 'x', 'b,c', '4', '“名称”必填，请补上。 “倍数”的值“x”要是 1 到 999999999 的整数。'],
      ['R-3', '三', '0', '', '5', '“倍数”的值“0”要是 1 到 999999999 的整数。'],
    ])
    const english = await exported(cookie, `/imports/${importId}/refused-rows`, { format: 'xlsx' }, 'en')
    expect(english[1]?.at(-1)).toMatch(/^“名称” is required/)
    const mended = rows.map((row) => row.map((cell) => (cell === 'x' || cell === '0' ? '2' : cell)).join(';'))
    const { job } = await runImport(world, 'products', mended.join('\n').replace('R-2;;', 'R-2;二;'))
    expect(job.verdicts).toEqual({ new: 2 })
  })

  it('refused twice, rows show where they stand now', async () => {
    const first = await previewImport(world, 'products', 'code,name_zh,multiple\nR-4,一,1\nR-5,二,x\n')
    const rows = await exported(first.cookie, `/imports/${first.importId}/refused-rows`, {})
    expect(rows[1]?.slice(0, 4)).toEqual(['R-5', '二', 'x', '3'])
    const again = await previewImport(world, 'products', rows.map((row) => row.join(';')).join('\n'))
    const twice = await exported(again.cookie, `/imports/${again.importId}/refused-rows`, {})
    expect(twice[0]).toEqual(['code', 'name_zh', 'multiple', '文件行号', '说明'])
    expect(twice[1]?.slice(0, 4)).toEqual(['R-5', '二', 'x', '2'])
  })

  it('only who may import may have them', async () => {
    const { importId } = await previewImport(world, 'products', 'code,name_zh\nX,\n')
    const cookie = await aSession(world, await someStaff(world, [{ role: 'order-desk', unitPath: 'hq' }]))
    expect(
      (await call(`/imports/${importId}/refused-rows`, { method: 'POST', cookie, body: {} })).status,
    ).toBe(403)
  })
})

describe('templates', () => {
  it.each([
    ['customers', 'csv', 'zh', '客户编码'],
    ['products', 'xlsx', 'en', 'Product code'],
    ['orders', 'csv', 'en', 'Document number'],
  ] as const)('the one of %s as %s is in order', async (kind, format, language, heading) => {
    const cookie = await anImporter(world)
    const path = `/imports/templates/${kind}?format=${format}&language=${language}`
    const answer = await call(path, { cookie })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${kind}.${format}"`)
    if (format === 'csv') expect(answer.text.split(',')[0]?.replace('\uFEFF', '')).toBe(heading)
  })

  it('every example row of a template is accepted', async () => {
    const cookie = await anImporter(world)
    for (const kind of ['customers', 'products'] as const) {
      const { text } = await call(`/imports/templates/${kind}?format=csv&language=en`, { cookie })
      const { preview } = await previewImport(world, kind, text)
      expect(preview.verdicts).toEqual({ new: 2 })
    }
  })
})
