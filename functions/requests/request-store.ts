import * as z from 'zod'
import { indexKeyOf, type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import { queryShards, SHARDS, shardOf } from '#platform/storage/sharded-query'
import type { Write } from '#platform/storage/write'
import { CustomerIdField } from '#shared/accounts'
import { PersonIdField } from '#shared/identity'
import { bareId, type CustomerId, type RequestId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { RequestCard, RequestIdField, requestStateNames, Wanted } from '#shared/requests'
import type { UnitPath } from '#shared/unit-path'
import { requestPatterns } from './access-patterns.ts'

const requestKind = itemKind(
  'request',
  1,
  z.object({
    requestId: RequestIdField,
    customerId: CustomerIdField,
    unitPath: z.string(),
    state: z.enum(requestStateNames),
    wanted: Wanted,
    askedBy: PersonIdField,
    askedAt: z.string(),
    /** Fingerprint of what was asked, so that the same key asks once. */
    asked: z.string(),
    decidedBy: z.string().optional(),
    decidedAt: z.string().optional(),
    reason: z.string().optional(),
  }),
)
/** A change that a shop asks for, and what became of it. */
export type RequestRecord = ReturnType<(typeof requestKind)['read']>

const openKind = itemKind('request-open', 1, z.object({ requestId: RequestIdField }))

/** Where a request lies, and its history beside it. */
export function requestKey({ customerId, requestId }: Pick<RequestRecord, 'customerId' | 'requestId'>): Key {
  return keyOf(requestPatterns.requests, {
    customerId: bareId(customerId),
    requestId: bareId(requestId),
  })
}

export async function storedRequest(
  table: Table,
  customerId: CustomerId,
  requestId: RequestId,
): Promise<RequestRecord | undefined> {
  const item = await table.get(requestKey({ customerId, requestId }), { isStrong: true })
  return requestKind.readMaybe(item)
}

/** All that a customer ever asked for. */
export async function storedRequests(table: Table, customerId: CustomerId): Promise<RequestRecord[]> {
  const parts = { customerId: bareId(customerId) }
  const items = await table.queryAll(requestPatterns.requests, parts, { isStrong: true })
  return items.map(requestKind.read)
}

/** Puts a new request; refused while another one of its kind is open. */
export function askWrites(request: RequestRecord): Write[] {
  return [
    { put: itemOf(request), when: { absent: true } },
    {
      put: { ...openKind.write({ requestId: request.requestId }), ...openKey(request) },
      when: { absent: true },
      onRefused: () => new Problem('requests.already_open'),
    },
  ]
}

/** Puts what became of an open request, and lets another one of its kind be asked; refused when it is no longer open. */
export function decisionWrites(request: RequestRecord): Write[] {
  return [
    {
      put: itemOf(request),
      when: { equals: { state: 'asked' } },
      onRefused: (current) => new Problem('requests.already_decided', { state: String(current?.state) }),
    },
    { delete: openKey(request), when: { equals: { requestId: request.requestId } } },
  ]
}

/** A page of the requests of one state under a subtree, by unit, as the index shows them (it may lag). */
export async function requestsOfUnits(
  table: Table,
  state: RequestRecord['state'],
  unitPath: UnitPath,
  limit: number,
  after?: Item,
): Promise<{ cards: RequestCard[]; last?: Item }> {
  const parts = SHARDS.map((shard) => ({ state, shard, ...(unitPath && { unitPath: `${unitPath}/` }) }))
  const { items, last } = await queryShards(table, requestPatterns.requestsOfUnits, parts, limit, after)
  return { cards: items.map((item) => RequestCard.parse(item.card)), last }
}

/** A request as lists show it. */
export function cardOf({ requestId, customerId, wanted, state, askedAt }: RequestRecord): RequestCard {
  return { requestId, customerId, kind: wanted.kind, state, askedAt }
}

function itemOf(request: RequestRecord): Item & Key {
  const bare = bareId(request.requestId)
  const index = indexKeyOf(requestPatterns.requestsOfUnits, {
    state: request.state,
    shard: shardOf(bare),
    unitPath: `${request.unitPath}/`,
    requestId: bare,
  })
  return { ...requestKind.write(request), ...index, card: cardOf(request), ...requestKey(request) }
}

function openKey({ customerId, wanted }: Pick<RequestRecord, 'customerId' | 'wanted'>): Key {
  return keyOf(requestPatterns.openRequest, { customerId: bareId(customerId), kind: wanted.kind })
}
