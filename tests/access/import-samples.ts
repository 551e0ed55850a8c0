import { randomUUID } from 'node:crypto'
import type { Sent } from '../support/api-client.ts'
import type { Stage } from './stage.ts'

type Sample = Sent & { path: string }
type MakeSample = (stage: Stage) => Promise<Sample> | Sample

const ofImport =
  (state: Parameters<Stage['newImport']>[0], rest: string, sent: Sent = {}): MakeSample =>
  async (stage) => ({ ...sent, path: `/imports/${await stage.newImport(state)}${rest}` })

const pastOrder = () => ({
  customer: 'own',
  placedAt: '2025-11-25T04:00:00.000Z',
  lines: [{ product: 'P-1', quantity: 1, price: 1000 }],
})

let maps = 0

/** Requests of what comes in as files, and of the same one by one. */
export const importSamples: Record<string, MakeSample> = {
  'PUT /past-orders/{document}': () => ({
    path: `/past-orders/${randomUUID()}`,
    method: 'PUT',
    body: pastOrder(),
  }),
  'POST /past-orders/batch': () => ({
    path: '/past-orders/batch',
    method: 'POST',
    body: { items: [{ ...pastOrder(), document: randomUUID() }] },
  }),
  'POST /imports': () => ({
    path: '/imports',
    method: 'POST',
    body: { kind: 'products', fileName: 'a.csv' },
  }),
  'GET /imports': () => ({ path: '/imports' }),
  'GET /imports/{importId}': ofImport('previewed', ''),
  'GET /imports/{importId}/rows': ofImport('previewed', '/rows'),
  'POST /imports/{importId}/reading': ofImport('waiting', '/reading', { method: 'POST' }),
  'PUT /imports/{importId}/mapping': async (stage) => ({
    path: `/imports/${await stage.newImport('read')}/mapping`,
    method: 'PUT',
    headers: { 'if-match': '"2"' },
    body: { mapping: { code: 'code', name_zh: 'name_zh' } },
  }),
  'POST /imports/{importId}/preview': ofImport('read', '/preview', { method: 'POST' }),
  'POST /imports/{importId}/confirmation': ofImport('previewed', '/confirmation', { method: 'POST' }),
  'POST /imports/{importId}/undo': ofImport('applied', '/undo', { method: 'POST' }),
  'POST /imports/{importId}/refused-rows': ofImport('previewed', '/refused-rows', {
    method: 'POST',
    body: {},
  }),
  'POST /imports/{importId}/rows/exports': ofImport('previewed', '/rows/exports', {
    method: 'POST',
    body: { verdict: 'new' },
  }),
  'GET /imports/columns/{kind}': () => ({ path: '/imports/columns/prices' }),
  'GET /imports/templates/{kind}': () => ({ path: '/imports/templates/orders?format=csv' }),
  'GET /import-maps': () => ({ path: '/import-maps?kind=products' }),
  'PUT /import-maps': () => ({
    path: '/import-maps',
    method: 'PUT',
    // The same map again would write nothing.
    body: { kind: 'products', name: `常用 ${++maps}`, mapping: { code: '编码', name_zh: '名称' } },
  }),
}
