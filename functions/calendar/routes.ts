import { etagOf, versionOf } from '#platform/http/idempotency'
import { createRoom } from '#platform/http/room'
import { changeCycle, getCycle } from './change-cycle.ts'
import { cyclesOfCustomer, listCycles } from './list-cycles.ts'
import { getOrderPlan, saveOrderPlan } from './order-plan.ts'
import { previewPlan } from './preview-plan.ts'
import {
  changeCycleRoute,
  cycleRoute,
  cyclesOfCustomerRoute,
  cyclesRoute,
  planRoute,
  previewPlanRoute,
  savePlanRoute,
} from './route-table.ts'

export const calendarRoutes = createRoom()
  .openapi(cyclesRoute, async (context) =>
    context.json({ items: await listCycles(context.get('world'), context.req.valid('query')) }, 200),
  )
  .openapi(cycleRoute, async (context) => {
    const cycle = await getCycle(context.get('world'), context.req.valid('param').cycleId)
    context.header('ETag', etagOf(cycle.version))
    return context.json(cycle, 200)
  })
  .openapi(changeCycleRoute, async (context) => {
    const { cycleId } = context.req.valid('param')
    const asked = { ...context.req.valid('json'), cycleId, baseVersion: versionOf(context) }
    const cycle = await changeCycle(context.get('world'), context.get('actor'), asked)
    context.header('ETag', etagOf(cycle.version))
    return context.json(cycle, 200)
  })
  .openapi(cyclesOfCustomerRoute, async (context) => {
    const items = await cyclesOfCustomer(context.get('world'), context.req.valid('param').customerId)
    return context.json({ items }, 200)
  })
  .openapi(planRoute, async (context) => {
    const plan = await getOrderPlan(context.get('world'))
    context.header('ETag', etagOf(plan.version))
    return context.json(plan, 200)
  })
  .openapi(savePlanRoute, async (context) => {
    const asked = { ...context.req.valid('json'), baseVersion: versionOf(context) }
    const plan = await saveOrderPlan(context.get('world'), context.get('actor'), asked)
    context.header('ETag', etagOf(plan.version))
    return context.json(plan, 200)
  })
  .openapi(previewPlanRoute, async (context) =>
    context.json(await previewPlan(context.get('world'), context.req.valid('json').plan), 200),
  )
