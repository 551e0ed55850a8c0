import { randomUUID } from 'node:crypto'
import type { ImportId } from '#shared/ids'
import type { ImportKind } from '#shared/import-words'
import { whoMay } from '#shared/rights'
import type { Sent } from '../support/api-client.ts'
import type { Actor } from './actors.ts'
import type { Side, Stage } from './stage.ts'

type Sample = Sent & { path: string }
type MakeSample = (stage: Stage, side: Side, actor: Actor) => Promise<Sample> | Sample
type State = Parameters<Stage['newImport']>[0]

/** A kind of file that the actor brings in, if it brings in any. */
export function kindOf(actor: Actor): ImportKind {
  if (actor.kind !== 'staff') return 'products'
  if (actor.role === 'supply-planner') return 'limits'
  return actor.role === 'account-manager' ? 'customers' : 'products'
}

/** True for routes of imports, or of what is kept for them, that look at the kind. */
export function isOfImporter(route: string): boolean {
  return /^\w+ \/(imports|import-maps)\b(?!\/(columns|templates))/.test(route)
}

const unused = new WeakMap<Stage, Map<string, ImportId>>()
/** An import that the actor may use; who may not is given one and the same. */
export async function anImportFor(stage: Stage, actor: Actor, state: State): Promise<ImportId> {
  const isUser =
    actor.kind === 'client' ||
    (actor.kind === 'staff' &&
      actor.unitPath === 'hq' &&
      whoMay.importFiles.staff.some((role) => role === actor.role))
  if (isUser) return stage.newImport(state, kindOf(actor))
  const known = unused.get(stage) ?? new Map<string, ImportId>()
  unused.set(stage, known)
  const importId = known.get(state ?? '') ?? (await stage.newImport(state))
  known.set(state ?? '', importId)
  return importId
}

const ofImport =
  (state: State, rest: string, sent: Sent = {}): MakeSample =>
  async (stage, _, actor) => ({ ...sent, path: `/imports/${await anImportFor(stage, actor, state)}${rest}` })

const pastOrder = () => ({
  customer: 'own',
  placedAt: '2025-11-25T04:00:00.000Z',
  lines: [{ product: 'P-1', quantity: 1, price: 1000 }],
})

let maps = 0
/** Columns that a file of a kind needs. */
export const mappingOf = (kind: ImportKind): Record<string, string> =>
  kind === 'limits' ? { cycle: 'cycle', product: 'product' } : { code: 'code', name_zh: 'name_zh' }

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
  'POST /imports': (_stage, _side, actor) => ({
    path: '/imports',
    method: 'POST',
    body: { kind: kindOf(actor), fileName: 'a.csv' },
  }),
  'GET /imports': () => ({ path: '/imports' }),
  'GET /imports/{importId}': ofImport('previewed', ''),
  'GET /imports/{importId}/rows': ofImport('previewed', '/rows'),
  'POST /imports/{importId}/reading': ofImport('waiting', '/reading', { method: 'POST' }),
  'PUT /imports/{importId}/mapping': async (stage, _, actor) => ({
    path: `/imports/${await anImportFor(stage, actor, 'read')}/mapping`,
    method: 'PUT',
    headers: { 'if-match': '"2"' },
    body: { mapping: mappingOf(kindOf(actor)) },
  }),
  'POST /imports/{importId}/preview': ofImport('read', '/preview', { method: 'POST' }),
  'POST /imports/{importId}/confirmation': ofImport('previewed', '/confirmation', { method: 'POST' }),
  'POST /imports/{importId}/undo': ofImport('applied', '/undo', { method: 'POST' }),
  'POST /imports/{importId}/discarding': ofImport('previewed', '/discarding', {
    method: 'POST',
    headers: { 'if-match': '"4"' },
  }),
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
  'GET /import-maps': (_stage, _side, actor) => ({ path: `/import-maps?kind=${kindOf(actor)}` }),
  'PUT /import-maps': (_stage, _side, actor) => ({
    path: '/import-maps',
    method: 'PUT',
    // The same map again would write nothing.
    body: { kind: kindOf(actor), name: `常用 ${++maps}`, mapping: mappingOf(kindOf(actor)) },
  }),
}
