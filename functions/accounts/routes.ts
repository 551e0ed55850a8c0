import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { markOf } from '#platform/actor'
import { allows } from '#platform/http/authorize'
import { answers, createRoom } from '#platform/http/room'
import { Company, Customer, CustomerIdField, CustomerPage, Unit, UnitPathField } from '#shared/accounts'
import { PageQuery } from '#shared/paging'
import { staffRoles } from '#shared/roles'
import { getCompany } from './get-company.ts'
import { getCustomer } from './get-customer.ts'
import { listCustomers } from './list-customers.ts'
import { listUnits } from './list-units.ts'

const tags = ['Customers']

const companyRoute = createRoute({
  method: 'get',
  path: '/company',
  summary: 'The settings of the company that everyone may see',
  tags,
  ...allows('public'),
  responses: { 200: answers(Company, 'The company') },
})

const unitsRoute = createRoute({
  method: 'get',
  path: '/units',
  summary: 'The tree of units',
  tags,
  ...allows({ staff: staffRoles, client: ['master-data.read'], scope: { company: true } }),
  responses: { 200: answers(z.object({ items: z.array(Unit) }), 'All units, parents before children') },
})

const customersRoute = createRoute({
  method: 'get',
  path: '/customers',
  summary: 'Customers of my units',
  tags,
  ...allows({ staff: staffRoles, client: ['master-data.read'], scope: { unit: 'query' } }),
  request: { query: PageQuery.extend({ unitPath: UnitPathField.optional() }) },
  responses: { 200: answers(CustomerPage, 'A page of customers, by unit') },
})

const customerRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}',
  summary: 'A customer with its account',
  tags,
  ...allows({
    member: ['owner', 'buyer', 'service-clerk', 'read-only'],
    staff: staffRoles,
    client: ['master-data.read'],
    scope: { customer: 'path' },
  }),
  request: { params: z.object({ customerId: CustomerIdField }) },
  responses: { 200: answers(Customer, 'The customer') },
})

export const accountRoutes = createRoom()
  .openapi(companyRoute, async (context) => context.json(await getCompany(context.get('world')), 200))
  .openapi(unitsRoute, async (context) => context.json({ items: await listUnits(context.get('world')) }, 200))
  .openapi(customersRoute, async (context) => {
    const { unitPath: _, ...page } = context.req.valid('query')
    const asker = markOf(context.get('actor')).id
    return context.json(
      await listCustomers(context.get('world'), asker, { ...page, subtrees: context.get('subtrees') }),
      200,
    )
  })
  .openapi(customerRoute, async (context) => {
    const { customerId } = context.req.valid('param')
    return context.json(await getCustomer(context.get('world'), customerId), 200)
  })
