import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import { IdempotencyHeader, onceOf } from '#platform/http/idempotency'
import { type Grant, grantOf } from '#platform/http/rights'
import { answers, createRoom, json } from '#platform/http/room'
import { UnitPathField } from '#shared/accounts'
import { CycleIdField } from '#shared/calendar'
import { JobIdField, JobView } from '#shared/imports'
import type { Language } from '#shared/languages'
import { problemSentence } from '#shared/problems'
import {
  OrderProgress,
  ReminderVerdicts,
  RemindShops,
  ShopWaitedForPage,
  WaitedForFilter,
  WaitedForQuery,
} from '#shared/progress'
import { listShopsWaitedFor } from './list-shops-waited-for.ts'
import { type ReminderVerdict, remindShops } from './remind-shops.ts'
import { showReminders, startReminders } from './remind-waited-for.ts'
import { showOrderProgress } from './show-progress.ts'

const tags = ['Calendar']
const mayFollow: Grant = { ...grantOf('followOrders', { unit: 'query' }), client: ['orders.read'] }

const progressRoute = createRoute({
  method: 'get',
  path: '/order-progress',
  summary: 'How many shops of my units have ordered in each open cycle',
  tags,
  ...allows(mayFollow),
  request: { query: z.object({ unitPath: UnitPathField.optional() }) },
  responses: { 200: answers(OrderProgress, 'Open cycles, the first to close at the beginning') },
})

const waitedForRoute = createRoute({
  method: 'get',
  path: '/cycles/{cycleId}/shops-waited-for',
  summary: 'Shops of my units that have not ordered in a cycle',
  tags,
  ...allows(mayFollow),
  request: { params: z.object({ cycleId: CycleIdField }), query: WaitedForQuery },
  responses: { 200: answers(ShopWaitedForPage, 'A page of shops, by unit') },
})

const mayRemind: Grant = { ...mayFollow, client: ['orders.write'] }
const CycleParams = z.object({ cycleId: CycleIdField })
const WithinUnit = z.object({ unitPath: UnitPathField.optional() })

const remindRoute = createRoute({
  method: 'post',
  path: '/cycles/{cycleId}/shops-waited-for/reminders',
  summary: 'Remind shops that have not ordered in a cycle, each once',
  tags,
  ...allows(mayRemind),
  request: { params: CycleParams, query: WithinUnit, body: json(RemindShops) },
  responses: { 200: answers(ReminderVerdicts, 'What became of each') },
})

const remindAllRoute = createRoute({
  method: 'post',
  path: '/cycles/{cycleId}/shops-waited-for/reminder-runs',
  summary: 'Remind all shops that the same filter lists',
  tags,
  ...allows(mayRemind),
  request: {
    params: CycleParams,
    query: WithinUnit,
    headers: IdempotencyHeader,
    body: json(WaitedForFilter),
  },
  responses: { 201: answers(JobView, 'The job') },
})

const showRemindersRoute = createRoute({
  method: 'get',
  path: '/cycles/{cycleId}/shops-waited-for/reminder-runs/{jobId}',
  summary: 'How far reminders of mine are',
  tags,
  ...allows(mayRemind),
  request: { params: CycleParams.extend({ jobId: JobIdField }) },
  responses: { 200: answers(JobView, 'The job') },
})

export const progressRoutes = createRoom()
  .openapi(progressRoute, async (context) =>
    context.json(await showOrderProgress(context.get('world'), context.get('subtrees')), 200),
  )
  .openapi(waitedForRoute, async (context) => {
    const { unitPath: _, ...query } = context.req.valid('query')
    const { cycleId } = context.req.valid('param')
    const asked = { ...query, cycleId, subtrees: context.get('subtrees') }
    return context.json(await listShopsWaitedFor(context.get('world'), context.get('actor'), asked), 200)
  })
  .openapi(remindRoute, async (context) => {
    const [world, actor, language] = [context.get('world'), context.get('actor'), context.get('language')]
    const asked = { ...context.req.valid('json'), ...context.req.valid('param') }
    const verdicts = await remindShops(world, actor, { ...asked, subtrees: context.get('subtrees') })
    return context.json({ items: verdicts.map((verdict) => worded(verdict, language)) }, 200)
  })
  .openapi(remindAllRoute, async (context) => {
    const { cycleId } = context.req.valid('param')
    const asked = { cycleId, filter: context.req.valid('json'), subtrees: context.get('subtrees') }
    const once = onceOf(context, asked)
    const begun = await startReminders(context.get('world'), context.get('actor'), asked, once)
    context.header('Location', `/api/cycles/${cycleId}/shops-waited-for/reminder-runs/${begun.jobId}`)
    return context.json(begun, 201)
  })
  .openapi(showRemindersRoute, async (context) => {
    const { jobId } = context.req.valid('param')
    return context.json(await showReminders(context.get('world'), context.get('actor'), jobId), 200)
  })

function worded({ key, refusal }: ReminderVerdict, language: Language): ReminderVerdicts['items'][number] {
  if (!refusal) return { key, verdict: 'told' }
  const { code, facts } = refusal
  return { key, verdict: 'refused', code, message: problemSentence(code, facts, language) }
}
