import { onceOf } from '#platform/http/idempotency'
import { createRoom } from '#platform/http/room'
import { showArchive, startArchive } from './archive-customer.ts'
import { showArchiveRoute, startArchiveRoute } from './route-table.ts'

export const archiveRoutes = createRoom()
  .openapi(startArchiveRoute, async (context) => {
    const { customerId } = context.req.valid('param')
    const once = onceOf(context, { customerId })
    const started = await startArchive(context.get('world'), context.get('actor'), customerId, once)
    context.header('Location', `/api/customers/${customerId}/archive/${started.jobId}`)
    return context.json(started, 201)
  })
  .openapi(showArchiveRoute, async (context) =>
    context.json(
      await showArchive(context.get('world'), context.get('actor'), context.req.valid('param')),
      200,
    ),
  )
