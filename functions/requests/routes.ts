import { markOf } from '#platform/actor'
import type { PortalContext } from '#platform/http/context'
import { onceOf } from '#platform/http/idempotency'
import { createRoom } from '#platform/http/room'
import { Problem } from '#shared/problems'
import { askForChange } from './ask-for-change.ts'
import { decideRequest, withdrawRequest } from './decide-request.ts'
import { startUpload } from './licence-file.ts'
import {
  askRoute,
  decideRoute,
  requestRoute,
  requestsOfCustomerRoute,
  requestsRoute,
  uploadRoute,
  withdrawRoute,
} from './route-table.ts'
import { listRequests, type Reader, requestsOfCustomer, showRequest } from './show-requests.ts'

export const requestRoutes = createRoom()
  .openapi(uploadRoute, async (context) => {
    const { customerId } = context.req.valid('param')
    const { key } = onceOf(context, { customerId })
    return context.json(
      await startUpload(context.get('world'), context.get('actor'), { customerId, key }),
      201,
    )
  })
  .openapi(askRoute, async (context) => {
    const { customerId } = context.req.valid('param')
    const change = context.req.valid('json')
    const [world, actor] = [context.get('world'), context.get('actor')]
    if (actor.kind !== 'member') throw new Problem('identity.not_allowed')
    const { personId } = actor
    const asked = await askForChange(world, actor, { customerId, personId, change }, onceOf(context, change))
    context.header('Location', `/api/customers/${customerId}/requests/${asked.requestId}`)
    return context.json(await showRequest(world, asked, 'member'), 201)
  })
  .openapi(requestsOfCustomerRoute, async (context) => {
    const { customerId } = context.req.valid('param')
    return context.json(
      { items: await requestsOfCustomer(context.get('world'), customerId, readerOf(context)) },
      200,
    )
  })
  .openapi(requestRoute, async (context) =>
    context.json(await showRequest(context.get('world'), context.req.valid('param'), readerOf(context)), 200),
  )
  .openapi(decideRoute, async (context) => {
    const named = context.req.valid('param')
    const asked = { ...context.req.valid('json'), ...named }
    await decideRequest(context.get('world'), context.get('actor'), asked)
    return context.json(await showRequest(context.get('world'), named, readerOf(context)), 200)
  })
  .openapi(withdrawRoute, async (context) => {
    const named = context.req.valid('param')
    await withdrawRequest(context.get('world'), context.get('actor'), named)
    return context.json(await showRequest(context.get('world'), named, readerOf(context)), 200)
  })
  .openapi(requestsRoute, async (context) => {
    const { unitPath: _, ...query } = context.req.valid('query')
    const asker = markOf(context.get('actor')).id
    const asked = { ...query, subtrees: context.get('subtrees') }
    return context.json(await listRequests(context.get('world'), asker, asked), 200)
  })

function readerOf(context: PortalContext): Reader {
  return context.get('actor').kind === 'member' ? 'member' : 'company'
}
