// Keeps what was sent and what it cost, so that tests can count round trips and units.
import { asList, asObject, asText, type JsonObject, keysOf, type TableShape, tablesOf } from './proxy-wire.ts'

export type Recorded = {
  operation: string
  tables: string[]
  index?: string
  /** The key condition with its names spelled out, e.g. `pk = :pk AND begins_with(sk, :prefix)`. */
  keyCondition?: string
  /** The values of the expression's placeholders, as they went over the wire. */
  values?: JsonObject
  keys: string[]
  fault?: string
  /** Missing when the caller got no whole answer. */
  status?: number
  readUnits: number
  writeUnits: number
  consumed: JsonObject[]
}

export type Recorder = { requests: Recorded[]; add(entry: Recorded): void; reset(): void }

/** Keeps the newest requests, at most `bound` of them. */
export function createRecorder(bound: number): Recorder {
  const requests: Recorded[] = []
  return {
    requests,
    add(entry) {
      requests.push(entry)
      if (requests.length > bound) requests.shift()
    },
    reset: () => void requests.splice(0),
  }
}

/** What a request asks, without its answer. */
export function describeRequest(
  operation: string,
  body: JsonObject,
  shapeOf: (table: string) => TableShape,
): Recorded {
  const keyCondition = asText(body.KeyConditionExpression)
  const index = asText(body.IndexName)
  return {
    operation,
    tables: tablesOf(body),
    ...(index ? { index } : {}),
    ...(keyCondition
      ? { keyCondition: spelledOut(keyCondition, body), values: asObject(body.ExpressionAttributeValues) }
      : {}),
    keys: keysOf(body, shapeOf).map(({ id }) => id),
    readUnits: 0,
    writeUnits: 0,
    consumed: [],
  }
}

function spelledOut(expression: string, body: JsonObject): string {
  const names = asObject(body.ExpressionAttributeNames)
  return expression.replaceAll(/#\w+/g, (word) => asText(names[word]) || word)
}

/** Adds to the record what the answer says it consumed (indexes included). */
export function noteConsumed(entry: Recorded, answer: JsonObject, isWrite: boolean): void {
  const told = answer.ConsumedCapacity
  entry.consumed = (Array.isArray(told) ? asList(told) : told ? [told] : []).map(asObject)
  const units = entry.consumed.reduce((sum, each) => sum + Number(each.CapacityUnits ?? 0), 0)
  if (isWrite) entry.writeUnits = units
  else entry.readUnits = units
}
