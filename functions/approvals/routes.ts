import { onceOf } from '#platform/http/idempotency'
import { createRoom } from '#platform/http/room'
import type { ApprovalCard } from '#shared/approvals'
import { Problem } from '#shared/problems'
import { approveOrder } from './approve-order.ts'
import { askApproval } from './ask-approval.ts'
import { endApproval } from './end-approval.ts'
import {
  approvalRoute,
  approvalsRoute,
  approveRoute,
  askRoute,
  refuseRoute,
  withdrawRoute,
} from './route-table.ts'
import { listApprovals, showApproval, showCard } from './show-approval.ts'

export const approvalRoutes = createRoom()
  .openapi(askRoute, async (context) => {
    const { customerId } = context.req.valid('param')
    const wish = context.req.valid('json')
    const [world, actor] = [context.get('world'), context.get('actor')]
    if (actor.kind !== 'member') throw new Problem('identity.not_allowed')
    const record = await askApproval(world, actor, { customerId, wish }, onceOf(context, wish))
    const card: ApprovalCard = await showCard(world, record)
    context.header('Location', `/api/customers/${customerId}/approvals/${card.approvalId}`)
    return context.json(card, 201)
  })
  .openapi(approvalsRoute, async (context) => {
    const { customerId } = context.req.valid('param')
    const items = await listApprovals(context.get('world'), customerId, context.req.valid('query').cycleId)
    return context.json({ items }, 200)
  })
  .openapi(approvalRoute, async (context) => {
    const named = context.req.valid('param')
    return context.json(await showApproval(context.get('world'), named, context.get('language')), 200)
  })
  .openapi(approveRoute, async (context) => {
    const asked = { ...context.req.valid('param'), ...context.req.valid('json') }
    return context.json(await approveOrder(context.get('world'), context.get('actor'), asked), 200)
  })
  .openapi(refuseRoute, async (context) => {
    const [world, actor] = [context.get('world'), context.get('actor')]
    const end = { state: 'refused' as const, ...context.req.valid('json') }
    const record = await endApproval(world, actor, context.req.valid('param'), end)
    return context.json(await showCard(world, record), 200)
  })
  .openapi(withdrawRoute, async (context) => {
    const [world, actor] = [context.get('world'), context.get('actor')]
    const record = await endApproval(world, actor, context.req.valid('param'), { state: 'withdrawn' })
    return context.json(await showCard(world, record), 200)
  })
