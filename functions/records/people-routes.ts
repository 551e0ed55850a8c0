import type { PortalContext } from '#platform/http/context'
import { createRoom } from '#platform/http/room'
import type { CustomerId, PersonId } from '#shared/ids'
import type { OrderList } from '#shared/order-drafts'
import {
  buyersAsOfRoute,
  buyersHistoryRoute,
  contactAsOfRoute,
  contactHistoryRoute,
  memberAsOfRoute,
  memberHistoryRoute,
  orderListAsOfRoute,
  orderListHistoryRoute,
  staffAsOfRoute,
  staffHistoryRoute,
  standingDraftAsOfRoute,
  standingDraftHistoryRoute,
} from './people-route-table.ts'
import { historyOf, recordOf } from './told-routes.ts'

export const peopleHistoryRoutes = createRoom()
  .openapi(memberHistoryRoute, (context) =>
    historyOf(context, memberNamed(context.req.valid('param')), context.req.valid('query')),
  )
  .openapi(memberAsOfRoute, (context) =>
    recordOf(context, memberNamed(context.req.valid('param')), context.req.valid('query').at),
  )
  .openapi(contactHistoryRoute, (context) =>
    historyOf(context, contactNamed(context.req.valid('param')), context.req.valid('query')),
  )
  .openapi(contactAsOfRoute, (context) =>
    recordOf(context, contactNamed(context.req.valid('param')), context.req.valid('query').at),
  )
  .openapi(buyersHistoryRoute, (context) =>
    historyOf(context, buyersNamed(context.req.valid('param')), context.req.valid('query')),
  )
  .openapi(buyersAsOfRoute, (context) =>
    recordOf(context, buyersNamed(context.req.valid('param')), context.req.valid('query').at),
  )
  .openapi(standingDraftHistoryRoute, (context) =>
    historyOf(context, standingDraftNamed(context.req.valid('param')), context.req.valid('query')),
  )
  .openapi(standingDraftAsOfRoute, (context) =>
    recordOf(context, standingDraftNamed(context.req.valid('param')), context.req.valid('query').at),
  )
  .openapi(orderListHistoryRoute, (context) =>
    historyOf(context, listNamed(context.req.valid('param')), context.req.valid('query')),
  )
  .openapi(orderListAsOfRoute, (context) =>
    recordOf(context, listNamed(context.req.valid('param')), context.req.valid('query').at),
  )
  .openapi(staffHistoryRoute, (context) =>
    historyOf(context, staffNamed(context, context.req.valid('param')), context.req.valid('query')),
  )
  .openapi(staffAsOfRoute, (context) =>
    recordOf(context, staffNamed(context, context.req.valid('param')), context.req.valid('query').at),
  )

type PersonOf = { customerId: CustomerId; personId: PersonId }

function memberNamed({ customerId, personId }: PersonOf) {
  return { member: personId, of: customerId }
}

function contactNamed({ customerId, personId }: PersonOf) {
  return { contact: personId, of: customerId }
}

function buyersNamed({ customerId }: Pick<PersonOf, 'customerId'>) {
  return { buyersOf: customerId }
}

function listNamed({ customerId, listId }: { customerId: CustomerId; listId: OrderList['listId'] }) {
  return { orderList: listId, of: customerId }
}

function standingDraftNamed({ customerId }: Pick<PersonOf, 'customerId'>) {
  return { standingDraftOf: customerId }
}

function staffNamed(context: PortalContext, { personId }: Pick<PersonOf, 'personId'>) {
  return { staff: personId, subtrees: context.get('subtrees') }
}
