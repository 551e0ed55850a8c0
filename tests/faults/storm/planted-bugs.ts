// Five designs that look right on one quiet machine, each put into an otherwise whole server: the storm must find them.
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Condition } from '#platform/storage/condition'
import type { Table } from '#platform/storage/dynamo-table'
import type { Item } from '#platform/storage/item-kind'
import { keyOfWrite, Refused, type Write } from '#platform/storage/write'
import type { World } from '#platform/world'

export const plants = [
  'read-then-write',
  'acknowledge-before-commit',
  'process-local-lock',
  'new-id-on-retry',
  'index-decides',
] as const
export type Plant = (typeof plants)[number]

const LATE_COMMIT_MILLISECONDS = 150
const PAUSE_MILLISECONDS = 40

export function isPlant(name: string): name is Plant {
  return plants.some((plant) => plant === name)
}

/** The world with a bug in it, and what the bug does to requests on their way in. */
export function planted(
  world: World,
  plant: Plant,
): { world: World; listen?: (request: IncomingMessage) => void } {
  if (plant === 'new-id-on-retry') return { world, listen: forgetKey }
  return { world: { ...world, table: plantedTable(world.table, plant) } }
}

// A server that makes the id itself gives each repetition of a request another one.
function forgetKey(request: IncomingMessage): void {
  const at = request.rawHeaders.findIndex((name) => name.toLowerCase() === 'idempotency-key')
  if (at >= 0) request.rawHeaders[at + 1] = randomUUID()
}

function plantedTable(table: Table, plant: Plant): Table {
  const commits: Record<Exclude<Plant, 'new-id-on-retry'>, Table['commit']> = {
    'read-then-write': (writes, proof) => readThenWrite(table, writes, proof),
    'process-local-lock': (writes, proof) => inTurn(() => readThenWrite(table, writes, proof)),
    'acknowledge-before-commit': async (writes, proof) => {
      setTimeout(() => void table.commit(writes, proof).catch(() => undefined), LATE_COMMIT_MILLISECONDS)
    },
    'index-decides': (writes, proof) => indexDecides(table, writes, proof),
  }
  const commit = plant === 'new-id-on-retry' ? table.commit : commits[plant]
  return { ...table, commit, metered: () => plantedTable(table.metered(), plant) }
}

async function readThenWrite(table: Table, writes: readonly Write[], proof?: Write): Promise<void> {
  const current = await table.getMany(writes.map(keyOfWrite), { isStrong: true })
  for (const [at, write] of writes.entries()) {
    if (!holds(write.when, current[at])) throw refusal(write, current[at])
  }
  // A busy machine pauses here for any length of time; this one always does, so that no run depends on luck.
  if (writes.length > 1) await sleep(PAUSE_MILLISECONDS)
  await table.commit(writes.filter(isWriting).map(withoutCondition), proof && withoutCondition(proof))
}

/** The order of a customer is looked up in the list of its week: the list comes late, and so do second thoughts. */
async function indexDecides(table: Table, writes: readonly Write[], proof?: Write): Promise<void> {
  for (const write of writes) {
    const item: Item = 'put' in write ? write.put : {}
    if (item.gsi1pk === undefined || !String(item.gsi1pk).startsWith('OU#')) continue
    const [, week = '', shard = ''] = String(item.gsi1pk).split('#')
    const pattern = {
      room: 'tests',
      name: 'plant',
      question: '',
      read: 'query',
      index: 'gsi1',
      pk: 'OU#{week}#{shard}',
      sk: '{any}',
    } as const
    const listed = await table.queryAll(pattern, { week, shard })
    if (listed.some((one) => one.pk === item.pk && one.sk === item.sk)) throw refusal(write, item)
  }
  await table.commit(writes.filter(isWriting).map(withoutCondition), proof && withoutCondition(proof))
}

let turn: Promise<unknown> = Promise.resolve()
function inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const mine = turn.then(work, work)
  turn = mine.catch(() => undefined)
  return mine
}

function holds(condition: Condition | undefined, item: Item | undefined): boolean {
  if (!condition) return true
  if (condition.orAbsent && !item) return true
  if (condition.absent && item) return false
  if (condition.present && !item) return false
  const equal = Object.entries(condition.equals ?? {}).every(([name, value]) => item?.[name] === value)
  const enough = Object.entries(condition.atLeast ?? {}).every(
    ([name, least]) => Number(item?.[name]) >= least,
  )
  return equal && enough
}

function refusal(write: Write, current: Item | undefined): Error {
  return write.onRefused?.(current) ?? new Refused(keyOfWrite(write), current)
}

function isWriting(write: Write): write is Exclude<Write, { check: object }> {
  return !('check' in write)
}

function withoutCondition(write: Write): Write {
  if ('put' in write) return { put: write.put }
  if ('update' in write) return { update: write.update, change: write.change }
  return 'delete' in write ? { delete: write.delete } : write
}
