import { onceOf } from '#platform/http/idempotency'
import { createRoom } from '#platform/http/room'
import { showArchive, startArchive } from './archive-customer.ts'
import {
  agreementAsOfRoute,
  agreementHistoryRoute,
  categoryAsOfRoute,
  categoryHistoryRoute,
  companyAsOfRoute,
  companyHistoryRoute,
  customerAsOfRoute,
  customerHistoryRoute,
  listAsOfRoute,
  listHistoryRoute,
  priceAsOfRoute,
  priceHistoryRoute,
  productAsOfRoute,
  productHistoryRoute,
  publicationAsOfRoute,
  publicationsHistoryRoute,
  showArchiveRoute,
  startArchiveRoute,
} from './route-table.ts'
import { historyOf, recordOf } from './told-routes.ts'

export const recordRoutes = createRoom()
  .openapi(customerHistoryRoute, async (context) =>
    context.json(await historyOf(context, context.req.valid('param'), context.req.valid('query')), 200),
  )
  .openapi(customerAsOfRoute, async (context) =>
    context.json(await recordOf(context, context.req.valid('param'), context.req.valid('query').at), 200),
  )
  .openapi(productHistoryRoute, async (context) =>
    context.json(await historyOf(context, context.req.valid('param'), context.req.valid('query')), 200),
  )
  .openapi(productAsOfRoute, async (context) =>
    context.json(await recordOf(context, context.req.valid('param'), context.req.valid('query').at), 200),
  )
  .openapi(priceHistoryRoute, async (context) => {
    const { from, ...page } = context.req.valid('query')
    return context.json(await historyOf(context, { ...context.req.valid('param'), from }, page), 200)
  })
  .openapi(priceAsOfRoute, async (context) => {
    const { from, at } = context.req.valid('query')
    return context.json(await recordOf(context, { ...context.req.valid('param'), from }, at), 200)
  })
  .openapi(agreementHistoryRoute, async (context) => {
    const { customerId: agreementOf } = context.req.valid('param')
    return context.json(await historyOf(context, { agreementOf }, context.req.valid('query')), 200)
  })
  .openapi(agreementAsOfRoute, async (context) => {
    const { customerId: agreementOf } = context.req.valid('param')
    return context.json(await recordOf(context, { agreementOf }, context.req.valid('query').at), 200)
  })
  .openapi(listHistoryRoute, async (context) => {
    const { list: priceList } = context.req.valid('param')
    return context.json(await historyOf(context, { priceList }, context.req.valid('query')), 200)
  })
  .openapi(categoryHistoryRoute, async (context) =>
    context.json(await historyOf(context, context.req.valid('param'), context.req.valid('query')), 200),
  )
  .openapi(listAsOfRoute, async (context) => {
    const { list: priceList } = context.req.valid('param')
    return context.json(await recordOf(context, { priceList }, context.req.valid('query').at), 200)
  })
  .openapi(categoryAsOfRoute, async (context) =>
    context.json(await recordOf(context, context.req.valid('param'), context.req.valid('query').at), 200),
  )
  .openapi(publicationsHistoryRoute, async (context) =>
    context.json(await historyOf(context, { published: true }, context.req.valid('query')), 200),
  )
  .openapi(publicationAsOfRoute, async (context) =>
    context.json(await recordOf(context, { published: true }, context.req.valid('query').at), 200),
  )
  .openapi(companyHistoryRoute, async (context) =>
    context.json(await historyOf(context, { company: true }, context.req.valid('query')), 200),
  )
  .openapi(companyAsOfRoute, async (context) =>
    context.json(await recordOf(context, { company: true }, context.req.valid('query').at), 200),
  )
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
