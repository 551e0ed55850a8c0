// An HTTP proxy between app and embedded DynamoDB that conflicts, throttles, breaks and lags as the real one may.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { diceFor, type FaultKind, rollFault } from './proxy-dice.ts'
import {
  ALL_FAULTS,
  type Building,
  createBuilding,
  type Faults,
  NO_FAULTS,
  type Outcome,
  visit,
} from './proxy-faults.ts'
import {
  createRecorder,
  describeRequest,
  noteConsumed,
  type Recorded,
  type Recorder,
} from './proxy-record.ts'
import { connectUpstream, type Upstream } from './proxy-upstream.ts'
import { isData, isWrite, type JsonObject, keysOf, operationOf, parseBody, tablesOf } from './proxy-wire.ts'

const MOST_RECORDED = 20_000

export type CountedKind = FaultKind | 'conflict' | 'late-index' | 'target-away'

export type FaultProxy = {
  endpoint: string
  stop(): Promise<void>
  setFaults(change: Partial<Faults>): void
  /** How often each kind happened; `conflict` and `late-index` are those that arose, the others were rolled. */
  counts: Partial<Record<CountedKind, number>>
  /** The newest requests that the app sent, oldest first. */
  requests: Recorded[]
  forgetRequests(): void
}

export type FaultProxyOptions = {
  target: string
  seed: number
  faults?: Partial<Faults>
  /** Asks the database for its consumed capacity even where the app does not. */
  measure?: boolean
}

/** Starts the proxy on a free port; it answers with resets while the target is away. */
export async function startFaultProxy(options: FaultProxyOptions): Promise<FaultProxy> {
  const upstream = connectUpstream(options.target)
  const recorder = createRecorder(MOST_RECORDED)
  const counts: FaultProxy['counts'] = {}
  const count = (kind: CountedKind) => {
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  const building = createBuilding(upstream, count)
  let faults: Faults = { ...ALL_FAULTS, ...options.faults }
  const answerTo = answerer(options, { upstream, recorder, building, count, faults: () => faults })
  const server = createServer((request, response) => {
    readAll(request)
      .then((bytes) => answerTo(request, bytes))
      .catch((): Outcome => {
        count('target-away')
        return 'reset'
      })
      .then((outcome) => deliver(outcome, response))
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    endpoint: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    counts,
    requests: recorder.requests,
    forgetRequests: recorder.reset,
    setFaults(change) {
      faults = { ...faults, ...change }
    },
    stop: () => stop(server, upstream),
  }
}

type Inside = {
  upstream: Upstream
  recorder: Recorder
  building: Building
  count(kind: CountedKind): void
  faults(): Faults
}

function answerer(options: FaultProxyOptions, { upstream, recorder, building, count, faults }: Inside) {
  let sequence = 0
  return async (request: IncomingMessage, bytes: Buffer): Promise<Outcome> => {
    const { method = 'POST', url = '/', headers } = request
    const operation = operationOf(request)
    const body = parseBody(bytes)
    if (!isData(operation)) {
      for (const table of tablesOf(body)) upstream.forget(table)
      return upstream.forward(method, url, headers, bytes)
    }
    const dice = diceFor(options.seed, sequence++)
    await upstream.learn(tablesOf(body))
    const { rate, kinds } = faults()
    const kind = rollFault(dice, rate, kinds, operation, isWrite(operation))
    const record = describeRequest(operation, body, upstream.shapeOf)
    recorder.add(record)
    if (kind) {
      record.fault = kind
      count(kind)
    }
    const send = async (changed: JsonObject) => {
      const asked: JsonObject = options.measure ? { ReturnConsumedCapacity: 'INDEXES', ...changed } : changed
      const content = asked === body ? bytes : Buffer.from(JSON.stringify(asked))
      const answer = await upstream.forward(method, url, headers, content)
      if (answer.status === 200) noteConsumed(record, parseBody(answer.body), isWrite(operation))
      return answer
    }
    const keys = keysOf(body, upstream.shapeOf)
    const luck = { dice, faults: faults(), kind }
    const outcome = await visit(building, {
      operation,
      body,
      keys,
      isWrite: isWrite(operation),
      send,
      ...luck,
    })
    if (outcome !== 'reset' && !('cut' in outcome)) record.status = outcome.status
    return outcome
  }
}

/** The proxy without any fault, which only records what was asked and what it cost. */
export function startRecordingProxy(target: string): Promise<FaultProxy> {
  return startFaultProxy({ target, seed: 0, faults: NO_FAULTS, measure: true })
}

function stop(server: ReturnType<typeof createServer>, upstream: Upstream): Promise<void> {
  upstream.close()
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

function deliver(outcome: Outcome, response: ServerResponse): void {
  const { socket } = response
  if (outcome === 'reset') return void socket?.resetAndDestroy()
  const { status, headers, body } = 'cut' in outcome ? outcome.cut : outcome
  const { 'x-amz-crc32': _, ...kept } = headers
  response.writeHead(status, { ...kept, 'content-length': body.length })
  if (!('cut' in outcome)) return void response.end(body)
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => socket?.destroy())
}
