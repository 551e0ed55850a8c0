// The routes of this room with their rights; routes.ts says what each does.
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import { IdempotencyHeader, IfMatchHeader } from '#platform/http/idempotency'
import { type Grant, grantOf } from '#platform/http/rights'
import { answers, json } from '#platform/http/room'
import { SearchTextHeader } from '#platform/http/search-text'
import {
  ActOnCustomers,
  CompanySettings,
  Customer,
  CustomerGrades,
  CustomerIdField,
  CustomerNameField,
  CustomerPage,
  CustomerQuery,
  CustomerVerdicts,
  GradeCustomer,
  HoldCustomer,
  ReachedUnit,
  SaveBalance,
  SaveBalances,
  SaveCustomer,
  SaveCustomers,
} from '#shared/accounts'
import { OrderMinimum, StoredOrderMinimum } from '#shared/company'
import { rolesThatSee } from '#shared/customer-cuts'
import { JobIdField, JobView } from '#shared/imports'
import { SaveVerdicts } from '#shared/prices'
import { memberRoles, staffRoles } from '#shared/roles'

const tags = ['Customers']
const CustomerParams = z.object({ customerId: CustomerIdField })
const maySave: Grant = { ...grantOf('keepCustomers', { unit: 'query' }), client: ['master-data.write'] }
const mayChange: Grant = { ...maySave, scope: { customer: 'path' } }

export const companyRoute = createRoute({
  method: 'get',
  path: '/company',
  summary: 'The settings of the company that everyone may see',
  tags,
  ...allows('public'),
  responses: { 200: answers(CompanySettings, 'The company') },
})

export const orderMinimumRoute = createRoute({
  method: 'get',
  path: '/order-minimum',
  summary: 'What an order must come to at least',
  tags,
  ...allows({ staff: staffRoles, client: ['master-data.read'], scope: { company: true } }),
  responses: { 200: answers(StoredOrderMinimum, 'The order minimum; version 0 while there is none') },
})

export const saveOrderMinimumRoute = createRoute({
  method: 'put',
  path: '/order-minimum',
  summary: 'Change what an order must come to at least; not for supplied goods',
  tags,
  ...allows(grantOf('keepOrderMinimum', { company: true })),
  request: { headers: IfMatchHeader, body: json(OrderMinimum) },
  responses: { 200: answers(StoredOrderMinimum, 'The order minimum as kept') },
})

export const unitsRoute = createRoute({
  method: 'get',
  path: '/units',
  summary: 'The tree of units',
  tags,
  ...allows({ staff: staffRoles, client: ['master-data.read'], scope: { company: true } }),
  responses: {
    200: answers(z.object({ items: z.array(ReachedUnit) }), 'All units, parents before children'),
  },
})

export const customersRoute = createRoute({
  method: 'get',
  path: '/customers',
  summary: 'Customers of my units',
  tags,
  ...allows({ staff: staffRoles, client: ['master-data.read'], scope: { unit: 'query' } }),
  request: { query: CustomerQuery, headers: SearchTextHeader },
  responses: { 200: answers(CustomerPage, 'A page of customers, by unit') },
})

export const customerRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}',
  summary: 'A customer with its account',
  tags,
  ...allows({
    member: memberRoles,
    staff: staffRoles,
    client: ['master-data.read'],
    scope: { customer: 'path' },
  }),
  request: { params: CustomerParams },
  responses: { 200: answers(Customer, 'The customer') },
})

export const putCustomerRoute = createRoute({
  method: 'put',
  path: '/customers/{customerId}',
  summary: 'Put a customer in, by its code or its id',
  tags,
  ...allows(maySave),
  request: {
    params: z.object({ customerId: CustomerNameField }),
    headers: IfMatchHeader,
    body: json(SaveCustomer),
  },
  responses: { 200: answers(Customer, 'The customer') },
})

export const putCustomersRoute = createRoute({
  method: 'post',
  path: '/customers/batch',
  summary: 'Put many customers in by their codes, each by itself',
  tags,
  ...allows(maySave),
  request: { body: json(SaveCustomers) },
  responses: { 200: answers(CustomerVerdicts, 'What became of each') },
})

export const putBalanceRoute = createRoute({
  method: 'put',
  path: '/customers/{customerId}/balance',
  summary: 'Put the balance of a customer in, by its code or its id, and its credit',
  tags,
  ...allows(maySave),
  request: {
    params: z.object({ customerId: CustomerNameField }),
    headers: IfMatchHeader,
    body: json(SaveBalance),
  },
  responses: { 200: answers(Customer, 'The customer') },
})

export const putBalancesRoute = createRoute({
  method: 'post',
  path: '/customers/balances/batch',
  summary: 'Put many balances in, each by itself',
  tags,
  ...allows(maySave),
  request: { body: json(SaveBalances) },
  responses: { 200: answers(SaveVerdicts, 'A verdict for each') },
})

export const actionsRoute = createRoute({
  method: 'post',
  path: '/customers/actions',
  summary: 'Do one thing to many customers, to each by itself',
  tags,
  ...allows(maySave),
  request: { body: json(ActOnCustomers) },
  responses: { 200: answers(CustomerVerdicts, 'What became of each') },
})

const mayRebuild = grantOf('rebuildSearch', { company: true })

export const rebuildRoute = createRoute({
  method: 'post',
  path: '/customers/search-index',
  summary: 'Have the search for customers made anew',
  tags,
  ...allows(mayRebuild),
  request: { headers: IdempotencyHeader },
  responses: { 201: answers(JobView, 'The job') },
})

export const showRebuildRoute = createRoute({
  method: 'get',
  path: '/customers/search-index/{jobId}',
  summary: 'How the making of the search stands',
  tags,
  ...allows(mayRebuild),
  request: {
    params: z.object({ jobId: JobIdField }),
  },
  responses: { 200: answers(JobView, 'The job') },
})

export const holdRoute = createRoute({
  method: 'post',
  path: '/customers/{customerId}/hold',
  summary: 'Stop the orders of a customer, with the reason that it reads',
  tags,
  ...allows(mayChange),
  request: { params: CustomerParams, headers: IfMatchHeader, body: json(HoldCustomer) },
  responses: { 200: answers(Customer, 'The customer') },
})

export const releaseRoute = createRoute({
  method: 'delete',
  path: '/customers/{customerId}/hold',
  summary: 'Let a customer order again',
  tags,
  ...allows(mayChange),
  request: { params: CustomerParams, headers: IfMatchHeader },
  responses: { 200: answers(Customer, 'The customer') },
})

export const gradeRoute = createRoute({
  method: 'post',
  path: '/customers/{customerId}/grades',
  summary: 'Give a customer another grade or class, with the reason',
  tags,
  ...allows(mayChange),
  request: { params: CustomerParams, headers: IfMatchHeader, body: json(GradeCustomer) },
  responses: { 200: answers(Customer, 'The customer') },
})

export const gradesRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/grades',
  summary: 'Which grade and class a customer had since when, by whom and why',
  tags,
  ...allows({
    member: memberRoles,
    staff: rolesThatSee('grading'),
    client: ['master-data.read'],
    scope: { customer: 'path' },
  }),
  request: { params: CustomerParams },
  responses: { 200: answers(CustomerGrades, 'Newest first') },
})
