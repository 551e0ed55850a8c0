// One request's way through the faults: before the database, at it, and after it.
import { setTimeout as sleep } from 'node:timers/promises'
import { type ConflictTable, createConflictTable } from './conflict-table.ts'
import { type Dice, FAULT_KINDS, type FaultKind, type Range } from './proxy-dice.ts'
import { createLateIndexes, type LateIndexes } from './proxy-late-index.ts'
import type { Upstream } from './proxy-upstream.ts'
import {
  asList,
  asObject,
  cancelledAnswer,
  conflictAnswer,
  errorAnswer,
  type ItemKey,
  isPlainWrite,
  type JsonObject,
  jsonAnswer,
  parseBody,
  tablesOf,
  type WireAnswer,
} from './proxy-wire.ts'

export type Faults = {
  /** Share of requests that meet one of `kinds`, 0 to 1. */
  rate: number
  kinds: readonly FaultKind[]
  /** How long a transaction's keys are held, in milliseconds; undefined: nothing ever conflicts. */
  conflictHoldMs: Range | undefined
  /** How far indexes lag behind, in milliseconds; undefined: not at all. */
  lateIndexMs: Range | undefined
  stallMs: Range
  tinyPageItems: Range
}

export const ALL_FAULTS: Faults = {
  rate: 0.1,
  kinds: FAULT_KINDS,
  conflictHoldMs: [5, 20],
  lateIndexMs: [0, 2000],
  stallMs: [50, 400],
  tinyPageItems: [1, 3],
}

export const NO_FAULTS: Faults = { ...ALL_FAULTS, rate: 0, conflictHoldMs: undefined, lateIndexMs: undefined }

/** What the caller gets: an answer, an answer cut short, or a reset connection. */
export type Outcome = WireAnswer | 'reset' | { cut: WireAnswer }

export type Visit = {
  operation: string
  body: JsonObject
  keys: ItemKey[]
  isWrite: boolean
  dice: Dice
  faults: Faults
  kind: FaultKind | undefined
  send(body: JsonObject): Promise<WireAnswer>
}

export type Building = {
  conflicts: ConflictTable
  late: LateIndexes
  upstream: Upstream
  count(kind: 'conflict' | 'late-index'): void
}

/** Everything that the requests of one proxy share. */
export function createBuilding(upstream: Upstream, count: Building['count']): Building {
  return { conflicts: createConflictTable(), late: createLateIndexes(), upstream, count }
}

/** Takes one request through its faults; rejects when the database itself is away. */
export async function visit(building: Building, request: Visit): Promise<Outcome> {
  const refused = faultInstead(request, 'before')
  if (refused) return refused
  if (request.kind === 'stall' && request.dice.chance() < 0.5)
    await sleep(request.dice.between(request.faults.stallMs))
  const answer = await withHeldKeys(building, request, () => apply(building, request))
  if (request.kind === 'stall') await sleep(request.dice.between(request.faults.stallMs))
  if (request.kind === 'truncated') return { cut: answer }
  return (answer.status === 200 ? faultInstead(request, 'after') : undefined) ?? answer
}

function faultInstead(
  { kind, operation, keys, dice }: Visit,
  moment: 'before' | 'after',
): Outcome | undefined {
  if (!kind?.endsWith(`-${moment}`)) return undefined
  if (kind.startsWith('reset')) return 'reset'
  if (kind.startsWith('error')) return errorAnswer(500, 'InternalServerError', 'Internal server error')
  if (kind.startsWith('conflict')) {
    if (operation !== 'TransactWriteItems') return conflictAnswer()
    const unlucky = Math.floor(dice.chance() * keys.length)
    return cancelledAnswer(keys.map((_, at) => at === unlucky))
  }
  return dice.chance() < 0.5
    ? errorAnswer(400, 'ProvisionedThroughputExceededException', 'The request rate is too high')
    : errorAnswer(400, 'ThrottlingException', 'Rate of requests exceeds the allowed throughput')
}

async function withHeldKeys(
  { conflicts, count }: Building,
  { operation, keys, faults, dice }: Visit,
  write: () => Promise<WireAnswer>,
): Promise<WireAnswer> {
  if (!faults.conflictHoldMs) return write()
  const heldByOthers = keys.map(({ id }) => conflicts.isHeld(id))
  const overlaps = heldByOthers.includes(true)
  if (isPlainWrite(operation) && overlaps) {
    count('conflict')
    return conflictAnswer()
  }
  if (operation === 'TransactGetItems' && overlaps) {
    count('conflict')
    return cancelledAnswer(heldByOthers)
  }
  if (operation !== 'TransactWriteItems') return write()
  const claim = conflicts.hold(keys.map(({ id }) => id))
  if ('conflicting' in claim) {
    count('conflict')
    return cancelledAnswer(claim.conflicting)
  }
  try {
    await sleep(dice.between(faults.conflictHoldMs))
    return await write()
  } finally {
    claim.release()
  }
}

async function apply(building: Building, request: Visit): Promise<WireAnswer> {
  const { faults, kind, operation, isWrite } = request
  if (kind === 'tiny-page') return request.send(withTinyPage(request))
  if (kind === 'unprocessed') return someUnprocessed(request)
  if (isWrite && faults.lateIndexMs) return writeLate(building, request, faults.lateIndexMs)
  const answer = await request.send(request.body)
  if (operation !== 'Query' || !request.body.IndexName || !faults.lateIndexMs || answer.status !== 200)
    return answer
  const [table = ''] = tablesOf(request.body)
  const lagged = building.late.lagged(request.body, parseBody(answer.body), building.upstream.shapeOf(table))
  if (!lagged) return answer
  building.count('late-index')
  return jsonAnswer(200, lagged)
}

async function writeLate({ late, upstream }: Building, request: Visit, lag: Range): Promise<WireAnswer> {
  const indexed = request.keys.filter(({ table }) => upstream.shapeOf(table).indexes.size > 0)
  const before = await upstream.imagesOf(indexed)
  const answer = await request.send(request.body)
  if (answer.status === 200) {
    for (const key of indexed) late.noteWrite(key, before.get(key.id), request.dice.between(lag))
  }
  return answer
}

function withTinyPage({ body, dice, faults }: Visit): JsonObject {
  const [least, most] = faults.tinyPageItems
  const tiny = Math.floor(dice.between([least, most + 1]))
  return { ...body, Limit: Math.min(Number(body.Limit ?? tiny), tiny) }
}

async function someUnprocessed({ operation, body, dice, send, keys }: Visit): Promise<WireAnswer> {
  const isRead = operation === 'BatchGetItem'
  const kept: JsonObject = {}
  const left: JsonObject = {}
  const spared = Math.floor(dice.chance() * keys.length)
  let at = 0
  for (const [table, asked] of Object.entries(asObject(body.RequestItems))) {
    const entries = isRead ? asList(asObject(asked).Keys) : asList(asked)
    const isLeft = entries.map(() => at++ !== spared && dice.chance() < 0.5)
    const put = (target: JsonObject, wanted: boolean) => {
      const chosen = entries.filter((_, each) => isLeft[each] === wanted)
      if (chosen.length > 0) target[table] = isRead ? { ...asObject(asked), Keys: chosen } : chosen
    }
    put(kept, false)
    put(left, true)
  }
  const answer = await send({ ...body, RequestItems: kept })
  if (answer.status !== 200) return answer
  return jsonAnswer(200, {
    ...parseBody(answer.body),
    [isRead ? 'UnprocessedKeys' : 'UnprocessedItems']: left,
  })
}
