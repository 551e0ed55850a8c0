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
  .openapi(memberHistoryRoute, async (context) =>
    context.json(
      await historyOf(context, memberNamed(context.req.valid('param')), context.req.valid('query')),
      200,
    ),
  )
  .openapi(memberAsOfRoute, async (context) =>
    context.json(
      await recordOf(context, memberNamed(context.req.valid('param')), context.req.valid('query').at),
      200,
    ),
  )
  .openapi(contactHistoryRoute, async (context) =>
    context.json(
      await historyOf(context, contactNamed(context.req.valid('param')), context.req.valid('query')),
      200,
    ),
  )
  .openapi(contactAsOfRoute, async (context) =>
    context.json(
      await recordOf(context, contactNamed(context.req.valid('param')), context.req.valid('query').at),
      200,
    ),
  )
  .openapi(buyersHistoryRoute, async (context) =>
    context.json(
      await historyOf(context, buyersNamed(context.req.valid('param')), context.req.valid('query')),
      200,
    ),
  )
  .openapi(buyersAsOfRoute, async (context) =>
    context.json(
      await recordOf(context, buyersNamed(context.req.valid('param')), context.req.valid('query').at),
      200,
    ),
  )
  .openapi(standingDraftHistoryRoute, async (context) =>
    context.json(
      await historyOf(context, standingDraftNamed(context.req.valid('param')), context.req.valid('query')),
      200,
    ),
  )
  .openapi(standingDraftAsOfRoute, async (context) =>
    context.json(
      await recordOf(context, standingDraftNamed(context.req.valid('param')), context.req.valid('query').at),
      200,
    ),
  )
  .openapi(orderListHistoryRoute, async (context) =>
    context.json(
      await historyOf(context, listNamed(context.req.valid('param')), context.req.valid('query')),
      200,
    ),
  )
  .openapi(orderListAsOfRoute, async (context) =>
    context.json(
      await recordOf(context, listNamed(context.req.valid('param')), context.req.valid('query').at),
      200,
    ),
  )
  .openapi(staffHistoryRoute, async (context) =>
    context.json(
      await historyOf(context, staffNamed(context, context.req.valid('param')), context.req.valid('query')),
      200,
    ),
  )
  .openapi(staffAsOfRoute, async (context) =>
    context.json(
      await recordOf(context, staffNamed(context, context.req.valid('param')), context.req.valid('query').at),
      200,
    ),
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
