import { saveCategory } from '#catalogue'
import { FAVOURITES } from '#shared/drafts'
import { getOrderLists, saveOrderList } from '../../functions/drafts/save-order-list.ts'
import { saveMap } from '../../functions/imports/set-mapping.ts'
import type { Sent } from '../support/api-client.ts'

import { newApproval, newObjection } from './account-samples.ts'

import type { Actor } from './actors.ts'
import { anImportFor, kindOf, mappingOf } from './import-samples.ts'

import { OWN_UNIT, SIBLING_UNIT, type Side, type Stage } from './stage.ts'

type Sample = Sent & { path: string }
type MakeSample = (stage: Stage, side: Side, actor: Actor) => Promise<Sample> | Sample

const instant = '2026-11-25T04:00:00.000Z'

const ofCustomer =
  (rest: string): MakeSample =>
  (stage, side) => ({ path: `/customers/${stage.customers[side]}${rest}` })

const ofMember =
  (rest: string): MakeSample =>
  async (stage, side) => {
    const customerId = stage.customers[side]
    const personId = await stage.memberOf(customerId, 'read-only')
    return { path: `/customers/${customerId}/members/${personId}${rest}` }
  }

const ofContact =
  (rest: string): MakeSample =>
  async (stage, side) => {
    const customerId = stage.customers[side]
    return { path: `/customers/${customerId}/contacts/${await stage.newContact(customerId)}${rest}` }
  }

const ofStaff =
  (rest: string): MakeSample =>
  async (stage, side) => {
    const personId = await stage.staffWith('publisher', side === 'own' ? OWN_UNIT : SIBLING_UNIT)
    return { path: `/staff/${personId}${rest}` }
  }

const ofCycle =
  (rest: string): MakeSample =>
  (stage) => ({ path: `/cycles/${stage.cycleId}${rest}` })

const ofImport =
  (rest: string): MakeSample =>
  async (stage, _, actor) => ({ path: `/imports/${await anImportFor(stage, actor, 'read')}${rest}` })

const ofMap =
  (rest: string): MakeSample =>
  async ({ world }, _, actor) => {
    const kind = kindOf(actor)
    const mapping = mappingOf(kind)
    await saveMap(world, { kind: 'system', name: 'tests' }, { kind, name: 'told', mapping })
    return { path: `/import-maps/${kind}/told${rest}` }
  }

const ofFavourites =
  (rest: string): MakeSample =>
  async (stage, side) => {
    const customerId = stage.customers[side]
    const { world } = stage
    const lists = await getOrderLists(world, customerId)
    if (!lists.some(({ listId }) => listId === FAVOURITES))
      await saveOrderList(
        world,
        { kind: 'system', name: 'tests' },
        { customerId, listId: FAVOURITES, name: '收藏', lines: [], baseVersion: 0 },
      )
    return { path: `/customers/${customerId}/order-lists/${FAVOURITES}${rest}` }
  }

const ofOrder =
  (rest: string): MakeSample =>
  async (stage, side) => {
    const { orderId } = await stage.newOrder(stage.customers[side])
    return { path: `/orders/${orderId}${rest}` }
  }

const ofRequest =
  (rest: string): MakeSample =>
  async (stage, side) => {
    const customerId = stage.customers[side]
    return { path: `/customers/${customerId}/requests/${await stage.newRequest(customerId)}${rest}` }
  }

const ofApproval =
  (rest: string): MakeSample =>
  async (stage, side) => {
    const customerId = stage.customers[side]
    return { path: `/customers/${customerId}/approvals/${await newApproval(stage, customerId)}${rest}` }
  }

const ofObjection =
  (rest: string): MakeSample =>
  async (stage, side) => ({ path: `/orders/${await newObjection(stage, side)}/objection${rest}` })

/** Requests of what records tell of themselves. */
export const historySamples: Record<string, MakeSample> = {
  'GET /customers/{customerId}/history': ofCustomer('/history'),
  'GET /customers/{customerId}/history/record': ofCustomer(`/history/record?at=${instant}`),
  'GET /products/{productId}/history': (stage) => ({ path: `/products/${stage.product}/history` }),
  'GET /products/{productId}/history/record': (stage) => ({
    path: `/products/${stage.product}/history/record?at=${instant}`,
  }),
  'GET /customers/{customerId}/agreement/history': ofCustomer('/agreement/history'),
  'GET /customers/{customerId}/agreement/history/record': ofCustomer(
    `/agreement/history/record?at=${instant}`,
  ),
  'GET /price-lists/{list}/history': () => ({ path: '/price-lists/standard/history' }),
  'GET /categories/{category}/history': async ({ world }) => {
    await saveCategory(
      world,
      { kind: 'system', name: 'tests' },
      { code: 'told', name: { zh: '类', en: 'Kind' } },
    )
    return { path: '/categories/told/history' }
  },
  'GET /price-lists/{list}/prices/{productId}/history': (stage) => ({
    path: `/price-lists/standard/prices/${stage.product}/history`,
  }),
  'GET /price-lists/{list}/prices/{productId}/history/record': (stage) => ({
    path: `/price-lists/standard/prices/${stage.product}/history/record?at=${instant}`,
  }),
  'GET /price-lists/{list}/history/record': () => ({
    path: `/price-lists/standard/history/record?at=${instant}`,
  }),
  'GET /categories/{category}/history/record': async ({ world }) => {
    const category = { code: 'told', name: { zh: '类', en: 'Kind' } }
    await saveCategory(world, { kind: 'system', name: 'tests' }, category)
    return { path: `/categories/told/history/record?at=${instant}` }
  },
  'GET /customers/{customerId}/members/{personId}/history': ofMember('/history'),
  'GET /customers/{customerId}/members/{personId}/history/record': ofMember(`/history/record?at=${instant}`),
  'GET /customers/{customerId}/contacts/{personId}/history': ofContact('/history'),
  'GET /customers/{customerId}/contacts/{personId}/history/record': ofContact(
    `/history/record?at=${instant}`,
  ),
  'GET /customers/{customerId}/buyer-settings/history': ofCustomer('/buyer-settings/history'),
  'GET /customers/{customerId}/buyer-settings/history/record': ofCustomer(
    `/buyer-settings/history/record?at=${instant}`,
  ),
  'GET /customers/{customerId}/standing-draft/history': ofCustomer('/standing-draft/history'),
  'GET /customers/{customerId}/standing-draft/history/record': ofCustomer(
    `/standing-draft/history/record?at=${instant}`,
  ),
  'GET /order-minimum/history': () => ({ path: '/order-minimum/history' }),
  'GET /order-minimum/history/record': () => ({ path: `/order-minimum/history/record?at=${instant}` }),
  'GET /order-plan/history': () => ({ path: '/order-plan/history' }),
  'GET /order-plan/history/record': () => ({ path: `/order-plan/history/record?at=${instant}` }),
  'GET /staff/{personId}/history': ofStaff('/history'),
  'GET /staff/{personId}/history/record': ofStaff(`/history/record?at=${instant}`),
  'GET /cycles/{cycleId}/history': ofCycle('/history'),
  'GET /cycles/{cycleId}/history/record': ofCycle(`/history/record?at=${instant}`),
  'GET /cycles/{cycleId}/release/history': ofCycle('/release/history'),
  'GET /cycles/{cycleId}/release/history/record': ofCycle(`/release/history/record?at=${instant}`),
  'GET /imports/{importId}/history': ofImport('/history'),
  'GET /imports/{importId}/history/record': ofImport(`/history/record?at=${instant}`),
  'GET /publications/history': () => ({ path: '/publications/history' }),
  'GET /publications/history/record': () => ({ path: `/publications/history/record?at=${instant}` }),
  'GET /publications/{version}/changes': () => ({ path: '/publications/1/changes' }),
  'GET /import-maps/{kind}/{name}/history': ofMap('/history'),
  'GET /import-maps/{kind}/{name}/history/record': ofMap(`/history/record?at=${instant}`),
  'GET /customers/{customerId}/order-lists/{listId}/history': ofFavourites('/history'),
  'GET /customers/{customerId}/order-lists/{listId}/history/record': ofFavourites(
    `/history/record?at=${instant}`,
  ),
  'GET /orders/{orderId}/history/record': ofOrder(`/history/record?at=${instant}`),
  'GET /orders/{orderId}/objection/history': ofObjection('/history'),
  'GET /orders/{orderId}/objection/history/record': ofObjection(`/history/record?at=${instant}`),
  'GET /customers/{customerId}/requests/{requestId}/history': ofRequest('/history'),
  'GET /customers/{customerId}/requests/{requestId}/history/record': ofRequest(
    `/history/record?at=${instant}`,
  ),
  'GET /customers/{customerId}/approvals/{approvalId}/history': ofApproval('/history'),
  'GET /customers/{customerId}/approvals/{approvalId}/history/record': ofApproval(
    `/history/record?at=${instant}`,
  ),
  'GET /customers/{customerId}/order-lists/removed': ofCustomer('/order-lists/removed'),
  'GET /price-lists/{list}/prices/removed': () => ({ path: '/price-lists/standard/prices/removed' }),
  'GET /customers/{customerId}/contacts/removed': ofCustomer('/contacts/removed'),
  'GET /company/history': () => ({ path: '/company/history' }),
  'GET /company/history/record': () => ({ path: `/company/history/record?at=${instant}` }),
  'GET /people/me/history': () => ({ path: '/people/me/history' }),
  'GET /people/me/history/record': () => ({ path: `/people/me/history/record?at=${instant}` }),
  'GET /people/me/large-mode/history': () => ({ path: '/people/me/large-mode/history' }),
  'GET /people/me/large-mode/history/record': () => ({
    path: `/people/me/large-mode/history/record?at=${instant}`,
  }),
  'GET /people/me/preferences/history': () => ({ path: '/people/me/preferences/history' }),
  'GET /people/me/preferences/history/record': () => ({
    path: `/people/me/preferences/history/record?at=${instant}`,
  }),
  'GET /message-templates/{template}/history': () => ({ path: '/message-templates/order-lapsed/history' }),
  'GET /message-templates/{template}/history/record': () => ({
    path: `/message-templates/order-lapsed/history/record?at=${instant}`,
  }),
}
