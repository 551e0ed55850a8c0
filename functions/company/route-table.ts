// The routes of this room with their rights; routes.ts says what each does.
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import { IfMatchHeader } from '#platform/http/idempotency'
import { grantOf } from '#platform/http/rights'
import { answers, json } from '#platform/http/room'
import { CompanySettings, Unit } from '#shared/accounts'
import { FirstSteps, MoveUnit, SaveCompany, SaveUnit, UnitNameField } from '#shared/company'

const tags = ['Company']
const mayChange = grantOf('keepCompany', { company: true })
const UnitParams = z.object({ unit: UnitNameField })

export const saveCompanyRoute = createRoute({
  method: 'put',
  path: '/company',
  summary: 'Change settings of the company; what is left out stays',
  tags,
  ...allows(mayChange),
  request: { headers: IfMatchHeader, body: json(SaveCompany) },
  responses: { 200: answers(CompanySettings, 'The company') },
})

export const saveUnitRoute = createRoute({
  method: 'put',
  path: '/units/{unit}',
  summary: 'Put a unit in by its path, `~` for each slash, or call it otherwise',
  tags,
  ...allows({ ...mayChange, client: ['master-data.write'] }),
  request: { params: UnitParams, headers: IfMatchHeader, body: json(SaveUnit) },
  responses: { 200: answers(Unit, 'The unit') },
})

export const moveUnitRoute = createRoute({
  method: 'post',
  path: '/units/{unit}/move',
  summary: 'Put an empty unit under another one',
  tags,
  ...allows(mayChange),
  request: { params: UnitParams, headers: IfMatchHeader, body: json(MoveUnit) },
  responses: { 200: answers(Unit, 'The unit at its new place') },
})

export const removeUnitRoute = createRoute({
  method: 'delete',
  path: '/units/{unit}',
  summary: 'Take an empty unit out of the tree',
  tags,
  ...allows(mayChange),
  request: { params: UnitParams, headers: IfMatchHeader },
  responses: { 204: { description: 'Gone' } },
})

export const firstStepsRoute = createRoute({
  method: 'get',
  path: '/company/first-steps',
  summary: 'What I have still to do until the shops of a new company can order',
  tags,
  ...allows(grantOf('seeFirstSteps', { company: true })),
  responses: { 200: answers(FirstSteps, 'Steps as they stand; none once shops can order') },
})
