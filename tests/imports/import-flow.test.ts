import { beforeAll, describe, expect, it } from 'vitest'
import { customerIdOfCode } from '#accounts'
import { productIdOfCode, savePrice, storedProduct } from '#catalogue'
import { membersOfCustomer } from '#identity'
import { eventsOf } from '#platform/events/event-store'
import { SavedMaps } from '#shared/imports'
import { onePrice } from '#shared/price-rules'
import { getCustomer } from '../../functions/accounts/get-customer.ts'
import { runDue } from '../../functions/entry/schedule.ts'
import { importKey } from '../../functions/imports/import-store.ts'
import { importFileKey } from '../../functions/imports/start-import.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import {
  anImporter,
  applyImport,
  beginImport,
  previewImport,
  putMapping,
  runImport,
  standingOf,
  step,
  undoImport,
} from './run-import.ts'

const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let call: Call

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
})

describe('which column is which', () => {
  it('titles, other names and misspellings are matched', async () => {
    const cookie = await anImporter(world)
    const file = '客户编码,店名,Adress,Owner Phone,Credit,备注,\nC-1,福来,街 1,,5000,x,\n'
    const read = await beginImport(world, cookie, 'customers', file)
    expect(read.mapping).toEqual({
      code: '客户编码',
      name_zh: '店名',
      address: 'Adress',
      owner_phone: 'Owner Phone',
      credit_limit: 'Credit',
    })
    expect(read.head).toMatchObject({
      format: 'csv',
      encoding: 'utf-8',
      separator: ',',
      columns: ['客户编码', '店名', 'Adress', 'Owner Phone', 'Credit', '备注', '#7'],
      samples: [['C-1', '福来', '街 1', '', '5000', 'x', '']],
    })
  })

  it('a saved map wins where its columns are', async () => {
    const cookie = await anImporter(world)
    const file = 'Code,Old code,名称\nNEW-1,OLD-1,好\n'
    const read = await beginImport(world, cookie, 'products', file)
    expect(read.mapping).toEqual({ code: 'Code', name_zh: '名称' })
    const mapping = { code: 'Old code', name_zh: '名称' }
    expect((await putMapping(world, cookie, read, { mapping, saveAs: '旧编码' })).status).toBe(200)
    const again = await beginImport(world, cookie, 'products', file)
    expect(again).toMatchObject({ mapping, mapName: '旧编码' })
    const other = await beginImport(world, cookie, 'products', 'Code,名称\nNEW-1,好\n')
    expect(other.mapName).toBeUndefined()
    const maps = SavedMaps.parse((await call('/import-maps?kind=products', { cookie })).body)
    expect(maps.items).toEqual([{ kind: 'products', name: '旧编码', mapping }])
  })

  it('a mapping to nothing or of nothing is refused', async () => {
    const cookie = await anImporter(world)
    const read = await beginImport(world, cookie, 'products', 'a,b\n1,2\n')
    const set = async (mapping: Record<string, string>) =>
      (await putMapping(world, cookie, read, { mapping })).body
    expect(await set({ code: 'a', name_zh: 'c' })).toMatchObject({
      code: 'imports.column_unknown',
      facts: { columns: 'c' },
    })
    expect(await set({ code: 'a', price: 'b' })).toMatchObject({ code: 'imports.column_unknown' })
    expect(await set({ code: 'a' })).toMatchObject({ code: 'imports.column_missing' })
    const stale = { ...read, version: 1 }
    const mapping = { code: 'a', name_zh: 'b' }
    expect((await putMapping(world, cookie, stale, { mapping })).body.status).toBe(412)
  })
})

describe('a preview', () => {
  it('changes nothing and shows field by field', async () => {
    await aCustomer(world, 'P-1', { addresses: [{ text: '旧街 1', isMain: true }], grade: 18 })
    const { rows, preview } = await previewImport(
      world,
      'customers',
      'code,name_zh,address\nP-1,店P-1,新街 2\nP-2,新店,\n',
    )
    expect(rows).toEqual([
      {
        row: 1,
        line: 2,
        verdict: 'changed',
        key: 'P-1',
        version: 2,
        changes: { address: { from: '旧街 1', to: '新街 2' } },
      },
      { row: 2, line: 3, verdict: 'new', key: 'P-2', version: 1 },
    ])
    expect(preview).toMatchObject({ state: 'previewed', verdicts: { changed: 1, new: 1 } })
    expect(await customer('P-1')).toMatchObject({ addresses: [{ text: '旧街 1' }], grade: 18 })
    expect((await call(`/customers/${customerIdOfCode('P-2')}`, { cookie: await aReader() })).status).toBe(
      404,
    )
  })

  it('all that is wrong with a row is named', async () => {
    const file = 'code,name_zh,grade,kind,credit_limit\nW-1,,100,shop,many\n'
    const { rows } = await previewImport(world, 'customers', file)
    expect(rows[0]?.problems?.map(({ code, message }) => [code, message])).toEqual([
      ['imports.value_missing', '“name_zh”必填，请补上。'],
      ['imports.choice_invalid', '“kind”的值“shop”只能是：retailer, distributor。'],
      ['imports.number_invalid', '“grade”的值“100”要是 1 到 99 的整数。'],
      ['imports.amount_invalid', '“credit_limit”的值“many”不是金额，请填成 128.00 这样。'],
    ])
  })

  it('a repeated key is refused with its first row', async () => {
    const file = `code,name_zh\n${Array.from({ length: 150 }, (_, at) => `R-${at},好`).join('\n')}\nR-7,再\n`
    const { rows } = await previewImport(world, 'products', file)
    expect(rows.at(-1)).toMatchObject({
      line: 152,
      verdict: 'refused',
      problems: [{ code: 'imports.key_repeated', message: '“R-7”在第 9 行已有，一份文件里只能出现一次。' }],
    })
  })

  it('an owner who is missing is a change', async () => {
    await aCustomer(world, 'W-2')
    const file = 'code,name_zh,owner_phone\nW-2,店W-2,+8613900000088\n'
    const { rows } = await runImport(world, 'customers', file)
    expect(rows).toMatchObject([
      { verdict: 'changed', changes: { owner_phone: { from: '', to: '+8613900000088' } } },
    ])
    expect(await membersOfCustomer(world.table, customerIdOfCode('W-2'))).toMatchObject([{ role: 'owner' }])
    expect((await runImport(world, 'customers', file)).job.verdicts).toEqual({ unchanged: 1 })
  })

  it('columns the file lacks stay as they are', async () => {
    await aCustomer(world, 'K-1', {
      addresses: [{ text: '老地方', isMain: true }],
      licence: { number: '123' },
      creditLimit: 500,
    })
    await runImport(world, 'customers', 'code,name_zh,grade\nK-1,改名,\n')
    const { name, addresses, licence, creditLimit, grade } = await customer('K-1')
    const address = addresses?.[0]?.text
    expect({ name, address, licence, creditLimit, grade }).toEqual({
      name: { zh: '改名', en: 'Shop K-1' },
      address: '老地方',
      licence: { number: '123' },
      creditLimit: 500,
      grade: undefined,
    })
  })
})

describe('a confirmation', () => {
  it('refused rows stay out, the rest goes in', async () => {
    const { job, rows } = await runImport(world, 'products', 'code,name_zh\nF-1,一\nF-2,\nF-3,三\n')
    expect(job).toMatchObject({ state: 'applied', verdicts: { new: 2, refused: 1 } })
    expect(rows.map(({ verdict }) => verdict)).toEqual(['new', 'refused', 'new'])
    expect(await storedProduct(world.table, productIdOfCode('F-2'))).toBeUndefined()
  })

  it('all or nothing refuses while rows are refused', async () => {
    const given = { options: { isAllOrNothing: true } }
    const { importId, cookie } = await previewImport(world, 'products', 'code,name_zh\nN-1,一\nN-2,\n', given)
    const answer = await call(`/imports/${importId}/confirmation`, { method: 'POST', cookie })
    expect(answer.body).toMatchObject({ status: 409, code: 'imports.rows_refused', facts: { count: 1 } })
    expect(await storedProduct(world.table, productIdOfCode('N-1'))).toBeUndefined()
    const whole = await runImport(world, 'products', 'code,name_zh\nN-1,一\n', given)
    expect(whole.job.verdicts).toEqual({ new: 1 })
  })

  it('a record changed since the preview is left alone', async () => {
    await aCustomer(world, 'S-1', { addresses: [{ text: '一', isMain: true }] })
    const { importId, cookie } = await previewImport(
      world,
      'customers',
      'code,name_zh,address\nS-1,店S-1,三\nS-2,好,\n',
    )
    await aCustomer(world, 'S-1', { addresses: [{ text: '二', isMain: true }] })
    const { rows, job } = await applyImport(world, cookie, importId)
    expect(rows.map(({ verdict, problems }) => [verdict, problems?.[0]?.code])).toEqual([
      ['refused', 'imports.changed_since_preview'],
      ['new', undefined],
    ])
    expect(job.verdicts).toEqual({ refused: 1, new: 1 })
    expect((await customer('S-1')).addresses).toMatchObject([{ text: '二' }])
  })

  it('another file under the same name is refused', async () => {
    const { importId, cookie } = await previewImport(world, 'products', 'code,name_zh\nX-1,一\n')
    await world.files.write(importFileKey(importId), 'code,name_zh\nX-2,二\n', 'text/csv')
    const { job } = await applyImport(world, cookie, importId)
    expect(job).toMatchObject({ state: 'previewed', problem: 'imports.file_changed' })
    expect(await storedProduct(world.table, productIdOfCode('X-2'))).toBeUndefined()
    expect((await step(world, cookie, importId, 'reading')).state).toBe('read')
  })

  it('it comes after the preview and once', async () => {
    const cookie = await anImporter(world)
    const { importId } = await beginImport(world, cookie, 'products', 'code,name_zh\nO-1,一\n')
    await expect(step(world, cookie, importId, 'confirmation')).rejects.toThrow('imports.not_now')
    await step(world, cookie, importId, 'preview')
    await runDue(world)
    await applyImport(world, cookie, importId)
    await expect(step(world, cookie, importId, 'confirmation')).rejects.toThrow('imports.not_now')
    const events = await eventsOf(world.table, importKey(importId))
    expect(events.map(({ type, by }) => [type, by.kind])).toEqual([
      ['import.started', 'staff'],
      ['import.read', 'staff'],
      ['import.previewing', 'staff'],
      ['import.previewed', 'staff'],
      ['import.applying', 'staff'],
      ['import.applied', 'staff'],
    ])
  })
})

describe('taking an import back', () => {
  it('new ones go, changed ones get their old values', async () => {
    await aCustomer(world, 'U-1', { addresses: [{ text: '旧', isMain: true }], creditLimit: 100 })
    const file =
      'code,name_zh,address,credit_limit,owner_phone\nU-1,店U-1,新,99.00,\nU-2,好,,,+8613900000077\n'
    const { importId, cookie } = await runImport(world, 'customers', file)
    expect((await membersOfCustomer(world.table, customerIdOfCode('U-2'))).length).toBe(1)
    const { undone, rows } = await undoImport(world, cookie, importId)
    expect(undone).toMatchObject({ state: 'undone', verdicts: { undone: 2 } })
    expect(rows.map(({ verdict }) => verdict)).toEqual(['undone', 'undone'])
    expect(await customer('U-1')).toMatchObject({ addresses: [{ text: '旧' }], creditLimit: 100 })
    expect((await call(`/customers/${customerIdOfCode('U-2')}`, { cookie: await aReader() })).status).toBe(
      404,
    )
    expect(await membersOfCustomer(world.table, customerIdOfCode('U-2'))).toEqual([])
  })

  it('nothing goes back once something was built on it', async () => {
    const { importId, cookie } = await runImport(world, 'customers', 'code,name_zh\nB-1,一\nB-2,二\n')
    await aCustomer(world, 'B-2', { name: { zh: '改过', en: 'changed' } })
    const { undone, rows } = await undoImport(world, cookie, importId)
    expect(rows.map(({ verdict }) => verdict)).toEqual(['new', 'new'])
    expect(undone).toMatchObject({
      state: 'applied',
      verdicts: { new: 2 },
      problem: 'imports.built_upon',
      facts: { count: 1, key: 'B-2', keys: ['B-2'] },
      message: '有 1 条记录在导入后又变过（例如 B-2），不能撤销。',
    })
    expect((await customer('B-1')).name.zh).toBe('一')
  })

  it('prices and products go back together with the catalogue', async () => {
    const products = await runImport(world, 'products', 'code,name_zh\nG-1,一\n')
    const first = await runImport(world, 'prices', 'product,price\nG-1,10\n')
    const second = await runImport(world, 'prices', 'product,price\nG-1,20\n')
    const undo = async (importId: typeof first.importId) =>
      (await undoImport(world, first.cookie, importId)).undone
    expect((await undo(first.importId)).problem).toBe('imports.built_upon')
    expect((await undo(second.importId)).state).toBe('undone')
    expect((await undo(products.importId)).state).toBe('undone')
    expect(await storedProduct(world.table, productIdOfCode('G-1'))).toMatchObject({ state: 'ended' })
    await savePrice(world, tester, {
      list: 'standard',
      productId: productIdOfCode('G-1'),
      breaks: onePrice(1000),
    })
  })

  it('what is not applied yet cannot be taken back', async () => {
    const cookie = await anImporter(world)
    const { importId } = await beginImport(world, cookie, 'limits', 'cycle,product\nx,y\n')
    await expect(step(world, cookie, importId, 'undo')).rejects.toThrow('imports.not_now')
    expect((await standingOf(world, cookie, importId)).state).toBe('read')
  })
})

async function aReader(): Promise<string> {
  return aSession(world, await someStaff(world, [{ role: 'analyst', unitPath: 'hq' }]))
}

function customer(code: string) {
  return getCustomer(world, { kind: 'system', name: 'tests' }, customerIdOfCode(code))
}
