import { expect, test } from 'vitest'

import { type CustomerId, isId } from '#shared/ids'
import { addSeconds } from '#shared/time'
import { changeCycle } from '../../functions/calendar/change-cycle.ts'
import { deliverDue, runDue } from '../../functions/entry/schedule.ts'
import { showReminders, startReminders } from '../../functions/progress/remind-waited-for.ts'
import { startDatabase } from '../../infra/local/database.ts'
import { aClosing, close, order, standing, storedCycleOf, tester } from '../closings/a-closing.ts'
import { aCustomer, aMember } from '../support/builders.ts'
import { aWorld } from '../support/fake-world.ts'

const SHOPS = Number(process.env.SHOPS ?? 15_000)
const AT_ONCE = 12
const LONGEST_MILLISECONDS = 1_800_000
/** Of each ten shops five order by themselves and one lets its draft be placed. */
const playOf = (at: number) => (at % 10 < 5 ? 'orders' : at % 10 === 5 ? 'stands' : 'idle')

test(
  'the window of 15,000 shops is announced and closed',
  async () => {
    const database = await startDatabase({})
    try {
      const world = await aWorld({ endpoint: database.endpoint })
      const at = await aClosing(world)
      const shops: CustomerId[] = []
      const atOnce = async (work: (index: number) => Promise<void>) => {
        for (let from = 0; from < SHOPS; from += AT_ONCE)
          await Promise.all(
            Array.from({ length: Math.min(AT_ONCE, SHOPS - from) }, (_, index) => work(from + index)),
          )
      }
      const timed = async (what: string, work: () => Promise<unknown>) => {
        const [started, spent] = [performance.now(), process.cpuUsage()]
        await work()
        const { user, system } = process.cpuUsage(spent)
        const seconds = (performance.now() - started) / 1000
        const megabytes = Math.round(process.memoryUsage().rss / 2 ** 20)
        console.log(what, {
          seconds,
          processorSeconds: (user + system) / 1e6,
          aSecond: SHOPS / seconds,
          megabytes,
        })
      }
      await timed('shops with an owner', () =>
        atOnce(async (index) => {
          const money = { balance: 10 ** 9, creditLimit: 0 }
          const customerId = await aCustomer(world, String(index), { ...money, number: index + 1 })
          await aMember(world, customerId)
          shops[index] = customerId
        }),
      )
      const delivered = async () => {
        while ((await deliverDue(world)) > 0);
      }
      await timed('events of the shops', delivered)
      const cycle = { cycleId: at.cycleId, opensAt: addSeconds(at.closesAt, -3 * 3600), baseVersion: 1 }
      const closesAt = addSeconds(at.closesAt, 3600)
      await changeCycle(world, tester, { ...cycle, closesAt, orderDay: undefined, reason: 'bench' })
      await timed('announced', async () => {
        await delivered()
        await runDue(world)
      })
      await timed('orders and drafts', () =>
        atOnce(async (index) => {
          const [customerId, play] = [shops[index], playOf(index)]
          if (customerId && play === 'orders') await order(world, at, customerId, 1 + (index % 9))
          if (customerId && play === 'stands') await standing(world, at, customerId, [2, 1])
        }),
      )
      await timed('events of the orders', delivered)
      const asked = { cycleId: at.cycleId, filter: {}, subtrees: ['hq'] }
      const once = { key: 'market-day', fingerprint: 'market-day' }
      const { jobId } = await startReminders(world, tester, asked, once)
      if (!isId('job', jobId)) throw new Error('Reminders begin a job')
      await timed('who has not ordered reminded', async () => {
        await runDue(world)
        await delivered()
      })
      const waitedFor = shops.filter((_, index) => playOf(index) !== 'orders').length
      expect(await showReminders(world, tester, jobId)).toMatchObject({ verdicts: { told: waitedFor } })
      await timed('closed', () => close(world, { ...at, closesAt }))
      await timed('events of the closing', delivered)
      expect(await storedCycleOf(world, at.cycleId)).toMatchObject({ phase: 'closed' })
    } finally {
      await database.stop()
    }
  },
  LONGEST_MILLISECONDS,
)
