import { createRoom } from '#platform/http/room'
import { minimumAsOfRoute, minimumHistoryRoute } from './settings-route-table.ts'
import { historyOf, recordOf } from './told-routes.ts'

const orderMinimum = { setting: 'order-minimum' } as const

export const settingHistoryRoutes = createRoom()
  .openapi(minimumHistoryRoute, async (context) =>
    context.json(await historyOf(context, orderMinimum, context.req.valid('query')), 200),
  )
  .openapi(minimumAsOfRoute, async (context) =>
    context.json(await recordOf(context, orderMinimum, context.req.valid('query').at), 200),
  )
