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
  .openapi(customerHistoryRoute, (context) =>
    historyOf(context, context.req.valid('param'), context.req.valid('query')),
  )
  .openapi(customerAsOfRoute, (context) =>
    recordOf(context, context.req.valid('param'), context.req.valid('query').at),
  )
  .openapi(productHistoryRoute, (context) =>
    historyOf(context, context.req.valid('param'), context.req.valid('query')),
  )
  .openapi(productAsOfRoute, (context) =>
    recordOf(context, context.req.valid('param'), context.req.valid('query').at),
  )
  .openapi(priceHistoryRoute, async (context) => {
    const { from, ...page } = context.req.valid('query')
    return historyOf(context, { ...context.req.valid('param'), from }, page)
  })
  .openapi(priceAsOfRoute, async (context) => {
    const { from, at } = context.req.valid('query')
    return recordOf(context, { ...context.req.valid('param'), from }, at)
  })
  .openapi(agreementHistoryRoute, async (context) => {
    const { customerId: agreementOf } = context.req.valid('param')
    return historyOf(context, { agreementOf }, context.req.valid('query'))
  })
  .openapi(agreementAsOfRoute, async (context) => {
    const { customerId: agreementOf } = context.req.valid('param')
    return recordOf(context, { agreementOf }, context.req.valid('query').at)
  })
  .openapi(listHistoryRoute, async (context) => {
    const { list: priceList } = context.req.valid('param')
    return historyOf(context, { priceList }, context.req.valid('query'))
  })
  .openapi(categoryHistoryRoute, (context) =>
    historyOf(context, context.req.valid('param'), context.req.valid('query')),
  )
  .openapi(listAsOfRoute, async (context) => {
    const { list: priceList } = context.req.valid('param')
    return recordOf(context, { priceList }, context.req.valid('query').at)
  })
  .openapi(categoryAsOfRoute, (context) =>
    recordOf(context, context.req.valid('param'), context.req.valid('query').at),
  )
  .openapi(publicationsHistoryRoute, (context) =>
    historyOf(context, { published: true }, context.req.valid('query')),
  )
  .openapi(publicationAsOfRoute, (context) =>
    recordOf(context, { published: true }, context.req.valid('query').at),
  )
  .openapi(companyHistoryRoute, (context) =>
    historyOf(context, { company: true }, context.req.valid('query')),
  )
  .openapi(companyAsOfRoute, (context) => recordOf(context, { company: true }, context.req.valid('query').at))
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
