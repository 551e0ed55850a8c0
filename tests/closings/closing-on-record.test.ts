import { expect, it } from 'vitest'
import { saveCycle, storedCycle } from '#calendar'
import { showClosing } from '../../functions/closings/show-closing.ts'
import { aWorld } from '../support/fake-world.ts'
import { aClosing } from './a-closing.ts'

it('a cycle loaded as closed has no closing on record', async () => {
  const world = await aWorld()
  const { cycleId } = await aClosing(world)
  const stateNow = async () =>
    (await showClosing(world, { cycleId, asker: 'tests', language: 'zh', limit: 9 })).state
  expect(await stateNow()).toBe('not-begun')
  await saveCycle(world, { ...(await storedCycle(world.table, cycleId)), phase: 'closed' })
  expect(await stateNow()).toBe('not-recorded')
})
