// Makes secondary indexes lag: for a while after a write an index query sees what lay there before.
// Approximate: a chain of writes inside the lag shows the state before the first one; queries with a filter, a
// projection expression or COUNT only lose the new items and gain no old ones; each proxy knows its own writes only.
import { asObject, asText, type ItemKey, itemKey, type JsonObject, type TableShape } from './proxy-wire.ts'

type Lagging = { table: string; before: JsonObject | undefined; visibleAt: number }

export type LateIndexes = {
  noteWrite(key: ItemKey, before: JsonObject | undefined, lagMs: number): void
  /** The answer to an index query as the lagging index would give it; undefined when nothing lags. */
  lagged(query: JsonObject, answer: JsonObject, shape: TableShape): JsonObject | undefined
}

/** Remembers recent writes; `now` is in milliseconds. */
export function createLateIndexes(now: () => number = Date.now): LateIndexes {
  const recent = new Map<string, Lagging>()
  const prune = () => {
    for (const [id, entry] of recent) if (entry.visibleAt <= now()) recent.delete(id)
  }
  return {
    noteWrite({ id, table }, before, lagMs) {
      if (recent.size > 2000) prune()
      const known = recent.get(id)
      const stillHidden = known && known.visibleAt > now()
      const visibleAt = Math.max(now() + lagMs, stillHidden ? known.visibleAt : 0)
      recent.set(id, { table, before: stillHidden ? known.before : before, visibleAt })
    },
    lagged(query, answer, shape) {
      prune()
      const table = asText(query.TableName)
      const hidden = new Map([...recent].filter(([, entry]) => entry.table === table))
      if (hidden.size === 0 || !Array.isArray(answer.Items)) return undefined
      const seen = answer.Items.map(asObject).filter(
        (item) => !hidden.has(itemKey(table, item, () => shape).id),
      )
      const Items = inOrder([...seen, ...ghosts(query, answer, shape, [...hidden.values()])], query, shape)
      return { ...answer, Items, Count: Items.length }
    },
  }
}

function ghosts(query: JsonObject, answer: JsonObject, shape: TableShape, hidden: Lagging[]): JsonObject[] {
  const index = shape.indexes.get(asText(query.IndexName))
  if (!index || query.FilterExpression || query.ProjectionExpression) return []
  const isAsked = keyConditionOf(query)
  const [, sortName = ''] = index.keyNames
  const from = scalar(asObject(query.ExclusiveStartKey)[sortName])
  const to = scalar(asObject(answer.LastEvaluatedKey)[sortName])
  const direction = query.ScanIndexForward === false ? -1 : 1
  return hidden.flatMap(({ before }) => {
    if (!before || index.keyNames.some((name) => before[name] === undefined) || !isAsked(before)) return []
    const sort = scalar(before[sortName])
    if (from && order(sort, from) * direction <= 0) return []
    if (to && order(sort, to) * direction > 0) return []
    return [index.projected === 'ALL' ? before : pick(before, index.projected)]
  })
}

function pick(item: JsonObject, names: Set<string>): JsonObject {
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.has(name)))
}

function inOrder(items: JsonObject[], query: JsonObject, shape: TableShape): JsonObject[] {
  const sortName = shape.indexes.get(asText(query.IndexName))?.keyNames[1]
  if (!sortName) return items
  const direction = query.ScanIndexForward === false ? -1 : 1
  return items.toSorted((a, b) => order(scalar(a[sortName]), scalar(b[sortName])) * direction)
}

function order(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1
}

function scalar(attribute: JsonObject[string]): string {
  return asText(Object.values(asObject(attribute))[0])
}

/** A test of an item against the query's key condition (strings only). */
export function keyConditionOf(query: JsonObject): (item: JsonObject) => boolean {
  const names = asObject(query.ExpressionAttributeNames)
  const values = asObject(query.ExpressionAttributeValues)
  const name = (word = '') => asText(names[word]) || word
  const value = (word = '') => scalar(values[word])
  const spaced = asText(query.KeyConditionExpression).replaceAll(/[(),]/g, ' ')
  const words = spaced
    .replaceAll(/<=|>=|=|<|>/g, ' $& ')
    .trim()
    .split(/\s+/)
  const tests: ((item: JsonObject) => boolean)[] = []
  for (let at = 0; at < words.length; at++) {
    const [first, second, third, , fifth] = words.slice(at, at + 5)
    if (first?.toUpperCase() === 'AND') continue
    if (first === 'begins_with') {
      tests.push((item) => scalar(item[name(second)]).startsWith(value(third)))
      at += 2
    } else if (second?.toUpperCase() === 'BETWEEN') {
      const isWithin = (text: string) => text >= value(third) && text <= value(fifth)
      tests.push((item) => isWithin(scalar(item[name(first)])))
      at += 4
    } else {
      tests.push((item) => compare(scalar(item[name(first)]), second, value(third)))
      at += 2
    }
  }
  return (item) => tests.every((holds) => holds(item))
}

function compare(left: string, operator: string | undefined, right: string): boolean {
  if (operator === '=') return left === right
  if (operator === '<') return left < right
  if (operator === '<=') return left <= right
  return operator === '>' ? left > right : left >= right
}
