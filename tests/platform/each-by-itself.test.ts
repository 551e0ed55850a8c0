import { beforeEach, describe, expect, it } from 'vitest'
import { closeDueCycles } from '#closings'
import { commitChange } from '#platform/audit/record-change'
import { LeftUndone } from '#platform/by-itself'
import { deliverDueEvents } from '#platform/events/deliver-events'
import { eventsAside, eventsOf } from '#platform/events/event-store'
import { jobKey, storedJob } from '#platform/jobs/job-store'
import { runDueJobs } from '#platform/jobs/run-jobs'
import { startOnce } from '#platform/jobs/start-once'
import { searchPatterns } from '#platform/search/access-patterns'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { JobId } from '#shared/ids'
import { addSeconds } from '#shared/time'
import { jobOfCycle } from '../../functions/closings/close-due-cycles.ts'
import { runMinute } from '../../functions/entry/schedule.ts'
import { aClosing, aPayer, order, storedCycleOf } from '../closings/a-closing.ts'
import { aCycle } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld

beforeEach(async () => {
  world = await aWorld()
})

function spoil(key: Key, field: string): Promise<void> {
  return world.table.commit([{ update: key, change: { set: { [field]: ['spoilt'] } } }])
}

async function spoiltEvent(name: string): Promise<void> {
  const subject = { pk: `T#${name}`, sk: 'T' }
  await commitChange(world, tester, { type: 'thing.changed', subject, about: { name }, change: {} }, [])
  const [event] = await eventsOf(world.table, subject)
  await spoil({ pk: subject.pk, sk: `@T#${event?.id}` }, 'type')
}

const alarms = () => world.logged.filter(({ alarm }) => alarm)

describe('a piece of work that fails', () => {
  it('an unreadable event is set aside while others flow', async () => {
    await spoiltEvent('a')
    await commitChange(
      world,
      tester,
      { type: 'thing.changed', subject: { pk: 'T#b', sk: 'T' }, about: { name: 'b' }, change: {} },
      [],
    )
    const seen: unknown[] = []
    const reactions = {
      'thing.changed': { note: async (_: unknown, event: object) => void seen.push(event) },
    }
    for (let round = 0; round < 8; round++) {
      await deliverDueEvents(world, reactions)
      world.pass(600)
    }
    expect(seen).toMatchObject([{ about: { name: 'b' } }])
    expect(await eventsAside(world.table)).toMatchObject([{ pk: 'T#a' }])
    expect(alarms()).toMatchObject([{ message: 'event set aside', pk: 'T#a' }])
  })

  it('an unreadable job keeps no other from its end', async () => {
    const jobIds: JobId[] = ['job_A', 'job_B']
    const said = { kind: 'count', family: 'tests', input: {}, asked: 'x', by: 'tests' }
    for (const jobId of jobIds) await startOnce(world, { ...said, jobId })
    await spoil(jobKey('job_A'), 'tries')
    await expect(runDueJobs(world, { count: async () => undefined })).rejects.toThrow(LeftUndone)
    expect(await storedJob(world.table, 'job_B')).toMatchObject({ state: 'done' })
    expect(alarms()).toMatchObject([{ message: 'left undone', jobId: 'job_A' }])
  })

  it('a cycle closes whatever else fails that minute', async () => {
    const at = await aClosing(world)
    await order(world, at, await aPayer(world, '1', 100_000), 3)
    const key = keyOf(searchPatterns.findNew, { index: 'customers', eventId: 'spoilt' })
    await world.table.commit([{ put: { ...key, k: 'find-new', s: 1 } }])
    await spoiltEvent('a')
    world.setNow(addSeconds(at.closesAt, 121))
    for (let run = 1; run <= 3; run++) await expect(runMinute(world)).rejects.toThrow(LeftUndone)
    expect(await storedCycleOf(world, at.cycleId)).toMatchObject({ phase: 'closed' })
    expect(alarms()).toMatchObject(Array(3).fill({ message: 'left undone', work: 'customer search' }))
  })

  it('one cycle that fails keeps no other open', async () => {
    const spoilt = await aCycle(world, 'daily')
    const cycleId = await aCycle(world, 'weekly-1')
    await world.table.commit([{ put: { ...jobKey(jobOfCycle(spoilt, 'close-cycle')), k: 'spoilt' } }])
    world.pass(3 * 3600)
    expect(await closeDueCycles(world)).toBe(2)
    await expect(closeDueCycles(world)).rejects.toThrow(LeftUndone)
    expect(await storedCycleOf(world, cycleId)).toMatchObject({ phase: 'shut' })
    expect(alarms()).toMatchObject([{ message: 'left undone', cycleId: spoilt }])
  })
})
