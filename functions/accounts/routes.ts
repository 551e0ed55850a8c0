import { saveMany } from '#platform/audit/save-many'
import type { PortalContext } from '#platform/http/context'
import { etagOf, onceOf, versionOf, versionOfPerson } from '#platform/http/idempotency'
import { createRoom } from '#platform/http/room'
import { searchTextOf } from '#platform/http/search-text'
import { type Customer, MOST_SEARCHED } from '#shared/accounts'
import type { CustomerId } from '#shared/ids'
import { isProblemCode, problemSentence } from '#shared/problems'
import {
  actOnCustomers,
  holdCustomer,
  putCustomers,
  releaseCustomer,
  type Verdict,
} from './change-customers.ts'
import { companySettings } from './get-company.ts'
import { getCustomer } from './get-customer.ts'
import { gradeCustomer, listGrades } from './grade-customer.ts'
import { listCustomers } from './list-customers.ts'
import { listReachedUnits } from './list-units.ts'
import { getOrderMinimum, saveOrderMinimum } from './order-minimum.ts'
import { planListedBalance, putBalance } from './put-balance.ts'
import { showRebuild, startRebuild } from './rebuild-search.ts'
import {
  actionsRoute,
  companyRoute,
  customerRoute,
  customersRoute,
  gradeRoute,
  gradesRoute,
  holdRoute,
  orderMinimumRoute,
  putBalanceRoute,
  putBalancesRoute,
  putCustomerRoute,
  putCustomersRoute,
  rebuildRoute,
  releaseRoute,
  saveOrderMinimumRoute,
  showRebuildRoute,
  unitsRoute,
} from './route-table.ts'
import { putCustomer } from './save-customer.ts'

export const accountRoutes = createRoom()
  .openapi(companyRoute, async (context) => {
    const settings = await companySettings(context.get('world'))
    context.header('ETag', etagOf(settings.version))
    return context.json(settings, 200)
  })
  .openapi(orderMinimumRoute, async (context) => {
    const minimum = await getOrderMinimum(context.get('world'))
    context.header('ETag', etagOf(minimum.version))
    return context.json(minimum, 200)
  })
  .openapi(saveOrderMinimumRoute, async (context) => {
    const asked = { ...context.req.valid('json'), baseVersion: versionOf(context) }
    const minimum = await saveOrderMinimum(context.get('world'), context.get('actor'), asked)
    context.header('ETag', etagOf(minimum.version))
    return context.json(minimum, 200)
  })
  .openapi(unitsRoute, async (context) =>
    context.json({ items: await listReachedUnits(context.get('world'), context.get('subtrees')) }, 200),
  )
  .openapi(customersRoute, async (context) => {
    const { limit, cursor, ...narrowed } = context.req.valid('query')
    const filter = { ...narrowed, text: searchTextOf(context, { most: MOST_SEARCHED }) }
    const asked = { limit, cursor, filter, subtrees: context.get('subtrees') }
    return context.json(await listCustomers(context.get('world'), context.get('actor'), asked), 200)
  })
  .openapi(customerRoute, async (context) =>
    context.json(await customerWithTag(context, context.req.valid('param').customerId), 200),
  )
  .openapi(putCustomerRoute, async (context) => {
    const { customerId: named } = context.req.valid('param')
    const baseVersion = context.req.header('if-match') === undefined ? undefined : versionOf(context)
    const asked = { ...context.req.valid('json'), named, subtrees: context.get('subtrees'), baseVersion }
    const { customerId } = await putCustomer(context.get('world'), context.get('actor'), asked)
    return context.json(await customerWithTag(context, customerId), 200)
  })
  .openapi(putCustomersRoute, async (context) => {
    const asked = { ...context.req.valid('json'), subtrees: context.get('subtrees') }
    return context.json(
      worded(context, await putCustomers(context.get('world'), context.get('actor'), asked)),
      200,
    )
  })
  .openapi(putBalanceRoute, async (context) => {
    const { customerId: named } = context.req.valid('param')
    const baseVersion = context.req.header('if-match') === undefined ? undefined : versionOf(context)
    const asked = { ...context.req.valid('json'), named, subtrees: context.get('subtrees'), baseVersion }
    const customerId = await putBalance(context.get('world'), context.get('actor'), asked)
    return context.json(await customerWithTag(context, customerId), 200)
  })
  .openapi(putBalancesRoute, async (context) => {
    const [world, subtrees] = [context.get('world'), context.get('subtrees')]
    const saved = await saveMany(
      context.get('actor'),
      context.get('language'),
      context.req.valid('json').items,
      ({ customer }) => customer,
      ({ customer: named, ...money }) => planListedBalance(world, { ...money, named, subtrees }),
    )
    return context.json(saved, 200)
  })
  .openapi(actionsRoute, async (context) => {
    const asked = { ...context.req.valid('json'), subtrees: context.get('subtrees') }
    return context.json(
      worded(context, await actOnCustomers(context.get('world'), context.get('actor'), asked)),
      200,
    )
  })
  .openapi(rebuildRoute, async (context) => {
    const begun = await startRebuild(context.get('world'), context.get('actor'), onceOf(context, {}))
    context.header('Location', `/api/customers/search-index/${begun.jobId}`)
    return context.json(begun, 201)
  })
  .openapi(showRebuildRoute, async (context) =>
    context.json(await showRebuild(context.get('world'), context.req.valid('param').jobId), 200),
  )
  .openapi(holdRoute, async (context) => {
    const { customerId } = context.req.valid('param')
    const asked = { ...context.req.valid('json'), customerId, baseVersion: versionOfPerson(context) }
    await holdCustomer(context.get('world'), context.get('actor'), asked)
    return context.json(await customerWithTag(context, customerId), 200)
  })
  .openapi(releaseRoute, async (context) => {
    const { customerId } = context.req.valid('param')
    const seen = { customerId, baseVersion: versionOfPerson(context) }
    await releaseCustomer(context.get('world'), context.get('actor'), seen)
    return context.json(await customerWithTag(context, customerId), 200)
  })
  .openapi(gradeRoute, async (context) => {
    const { customerId } = context.req.valid('param')
    const asked = { ...context.req.valid('json'), customerId, baseVersion: versionOfPerson(context) }
    await gradeCustomer(context.get('world'), context.get('actor'), asked)
    return context.json(await customerWithTag(context, customerId), 200)
  })
  .openapi(gradesRoute, async (context) => {
    const { customerId } = context.req.valid('param')
    return context.json({ items: await listGrades(context.get('world'), customerId) }, 200)
  })

async function customerWithTag(context: PortalContext, customerId: CustomerId): Promise<Customer> {
  const customer = await getCustomer(context.get('world'), context.get('actor'), customerId)
  context.header('ETag', etagOf(customer.version))
  return customer
}

function worded(context: PortalContext, verdicts: readonly Verdict[]) {
  const language = context.get('language')
  const items = verdicts.map(({ facts = {}, ...verdict }) => {
    const { code } = verdict
    const message = code && isProblemCode(code) ? problemSentence(code, facts, language) : undefined
    return { ...verdict, message }
  })
  return { items }
}
