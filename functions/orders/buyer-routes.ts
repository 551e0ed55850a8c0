import { etagOf, versionOf } from '#platform/http/idempotency'
import { createRoom } from '#platform/http/room'
import { buyerSettingsRoute, saveBuyerSettingsRoute, spendingRoute } from './buyer-route-table.ts'
import { getBuyerSettings, saveBuyerSettings } from './save-buyer-settings.ts'
import { showSpending } from './show-spending.ts'

export const buyerRoutes = createRoom()
  .openapi(buyerSettingsRoute, async (context) => {
    const settings = await getBuyerSettings(context.get('world'), context.req.valid('param').customerId)
    context.header('ETag', etagOf(settings.version))
    return context.json(settings, 200)
  })
  .openapi(saveBuyerSettingsRoute, async (context) => {
    const { customerId } = context.req.valid('param')
    const asked = { ...context.req.valid('json'), customerId, baseVersion: versionOf(context) }
    const settings = await saveBuyerSettings(context.get('world'), context.get('actor'), asked)
    context.header('ETag', etagOf(settings.version))
    return context.json(settings, 200)
  })
  .openapi(spendingRoute, async (context) => {
    const { customerId } = context.req.valid('param')
    return context.json(await showSpending(context.get('world'), context.get('actor'), customerId), 200)
  })
