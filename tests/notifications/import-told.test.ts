import { beforeEach, describe, expect, it } from 'vitest'
import { importKey } from '#imports'
import { deliverDue, runDue, startUpkeepOf } from '../../functions/entry/schedule.ts'
import {
  anImporter,
  applyImport,
  beginImport,
  previewImport,
  runImport,
  standingOf,
  step,
} from '../imports/run-import.ts'
import { apiOf } from '../support/api-client.ts'
import { aCompany } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const file = 'code,name_zh\nX-1,甲店\nX-2,\n'
let world: FakeWorld

beforeEach(async () => {
  world = await aWorld()
  await aCompany(world)
})

async function told(cookie: string) {
  while ((await deliverDue(world)) > 0);
  return (await apiOf(world)('/messages', { cookie })).body.items
}

describe('who began an import', () => {
  it('is told in the portal what it came to', async () => {
    const { cookie, importId } = await runImport(world, 'customers', file)
    expect(await told(cookie)).toMatchObject([
      { subject: 'customers.csv 导入好了', to: `staff/imports/${importId}/` },
      { subject: 'customers.csv 预览好了', text: expect.stringContaining('新增 1 行') },
    ])
    expect(world.sentSms).toEqual([])
  })
})

describe('an import that comes to nothing', () => {
  const failRounds = async () => {
    const { read } = world.files
    world.files.read = () => Promise.reject(new Error('the file store is away'))
    for (let round = 0; round < 6; round++) {
      await runDue(world)
      world.pass(31)
    }
    world.files.read = read
  }

  it('is told, and its preview begins again', async () => {
    const cookie = await anImporter(world)
    const { importId } = await beginImport(world, cookie, 'customers', file)
    await step(world, cookie, importId, 'preview')
    await failRounds()
    expect(await told(cookie)).toMatchObject([
      {
        subject: 'customers.csv 没有做完',
        text: expect.stringContaining('再预览一次'),
        to: `staff/imports/${importId}/`,
      },
    ])
    expect(await standingOf(world, cookie, importId)).toMatchObject({
      state: 'read',
      problem: 'server.work_given_up',
      version: 4,
    })
    await step(world, cookie, importId, 'preview')
    await runDue(world)
    const again = await standingOf(world, cookie, importId)
    expect([again.state, again.problem]).toEqual(['previewed', undefined])
  })

  it('waits again to be confirmed, and confirming ends it', async () => {
    const { cookie, importId } = await previewImport(world, 'customers', file)
    await step(world, cookie, importId, 'confirmation')
    await failRounds()
    expect(await told(cookie)).toMatchObject([{ text: expect.stringContaining('确认导入') }, {}])
    const { body: day } = await apiOf(world)('/obligations', { cookie })
    expect(day.items).toMatchObject([{ kind: 'imports-waiting', facts: { count: 1 } }])
    const { job } = await applyImport(world, cookie, importId)
    expect(job).toMatchObject({ state: 'applied', verdicts: { new: 1, refused: 1 } })
  })

  it('one that was begun again is left alone', async () => {
    const cookie = await anImporter(world)
    const { importId } = await beginImport(world, cookie, 'customers', file)
    await step(world, cookie, importId, 'preview')
    await failRounds()
    await step(world, cookie, importId, 'preview')
    await told(cookie)
    expect(await standingOf(world, cookie, importId)).toMatchObject({ state: 'previewing' })
  })
})

describe('imports of the company', () => {
  it('are listed by pages, the newest first', async () => {
    const begun = []
    for (let at = 0; at < 3; at++) {
      world.pass(1)
      begun.unshift(await previewImport(world, 'customers', file))
    }
    const [{ cookie } = { cookie: '' }] = begun
    const call = apiOf(world)
    const { body: first } = await call('/imports?limit=2', { cookie })
    const { body: second } = await call(`/imports?limit=2&cursor=${first.nextCursor}`, { cookie })
    expect([first.items, second.items].flat()).toMatchObject(
      begun.map(({ importId }) => ({ importId, state: 'previewed', verdicts: { new: 1, refused: 1 } })),
    )
    expect(second.nextCursor).toBeUndefined()
    const { body: day } = await call('/obligations', { cookie })
    expect(day.items).toMatchObject([{ kind: 'imports-waiting', facts: { count: 3, isMore: false } }])
  })
})

describe('an import previewed before imports were counted', () => {
  it('is counted once the table is brought up to date', async () => {
    const { cookie, importId } = await previewImport(world, 'customers', file)
    const key = importKey(importId)
    await world.table.commit([{ update: key, change: { set: { s: 1 }, remove: ['gsi2pk', 'gsi2sk'] } }])
    const waiting = async () => (await apiOf(world)('/obligations', { cookie })).body.items
    expect(await waiting()).toEqual([])
    await startUpkeepOf(world)
    await runDue(world)
    expect(await waiting()).toMatchObject([{ kind: 'imports-waiting', facts: { count: 1 } }])
  })
})
