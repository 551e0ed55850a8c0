import { beforeAll, expect, it } from 'vitest'
import { ImportList, type ImportView } from '#shared/imports'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { previewImport, runImport, step, undoImport } from './run-import.ts'

let world: FakeWorld
let call: Call

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
})

function discard(one: Pick<ImportView, 'importId' | 'version'>, cookie: string) {
  const headers = { 'if-match': `"${one.version}"` }
  return call(`/imports/${one.importId}/discarding`, { method: 'POST', cookie, headers })
}

it('an import nobody wants is put aside', async () => {
  const { preview, cookie } = await previewImport(world, 'products', 'code,name_zh\nD-1,一\n')
  expect((await discard({ ...preview, version: 1 }, cookie)).status).toBe(412)
  const ended = await discard(preview, cookie)
  expect(ended).toMatchObject({ status: 200, body: { state: 'discarded', verdicts: { new: 1 } } })
  expect((await discard(preview, cookie)).status).toBe(200)
  await expect(step(world, cookie, preview.importId, 'confirmation')).rejects.toThrow('imports.not_now')
  const { body } = await call('/imports?state=discarded', { cookie })
  expect(ImportList.parse(body).items).toMatchObject([{ importId: preview.importId }])
  const told = await call(`/imports/${preview.importId}/history`, { cookie })
  expect(JSON.stringify(told.body)).toContain('import.discarded')
})

it('what was applied is not put aside', async () => {
  const { job, cookie } = await runImport(world, 'products', 'code,name_zh\nD-2,二\n')
  expect((await discard(job, cookie)).body.code).toBe('imports.not_now')
})

it('who brings in no such file puts none aside', async () => {
  const { preview } = await previewImport(world, 'products', 'code,name_zh\nD-3,三\n')
  const planner = await someStaff(world, [{ role: 'supply-planner', unitPath: 'hq' }])
  expect((await discard(preview, await aSession(world, planner))).status).toBe(404)
})

it('taken back it still has its refused rows', async () => {
  const file = 'code,name_zh,multiple\nU-1,一,\nU-2,二,x\nU-1,又一,\nU-3,三,\n'
  const { importId, cookie } = await runImport(world, 'products', file)
  const { undone, rows } = await undoImport(world, cookie, importId)
  expect(undone).toMatchObject({ state: 'undone', total: 4, verdicts: { undone: 2, refused: 2 } })
  expect(rows.map(({ row, verdict }) => [row, verdict])).toEqual([
    [1, 'undone'],
    [2, 'refused'],
    [3, 'refused'],
    [4, 'undone'],
  ])
  expect(rows[1]?.problems).toMatchObject([{ code: 'imports.number_invalid', column: 'multiple' }])
})
