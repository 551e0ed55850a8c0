// Talks to the real database: passes requests on untouched and asks its own questions.
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import type { WireAnswer } from './proxy-wire.ts'
import {
  asObject,
  type ItemKey,
  type JsonObject,
  parseBody,
  shapeFrom,
  type TableShape,
} from './proxy-wire.ts'

export type Upstream = {
  forward(method: string, path: string, headers: IncomingHttpHeaders, body: Buffer): Promise<WireAnswer>
  /** Learns the tables' keys and indexes; afterwards `shapeOf` knows them. */
  learn(tables: string[]): Promise<void>
  shapeOf(table: string): TableShape
  forget(table: string): void
  /** What lies at the keys now, by the key's id. */
  imagesOf(keys: ItemKey[]): Promise<Map<string, JsonObject>>
  close(): void
}

const UNKNOWN: TableShape = { keyNames: [], indexes: new Map() }

// The embedded database wants a signature but does not check it.
const OWN_HEADERS = {
  'content-type': 'application/x-amz-json-1.0',
  authorization:
    'AWS4-HMAC-SHA256 Credential=proxy/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=00',
  'x-amz-date': '20260101T000000Z',
}

/** A connection to the database at this endpoint; an answer that never comes rejects. */
export function connectUpstream(target: string): Upstream {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 })
  const shapes = new Map<string, TableShape>()
  const forward: Upstream['forward'] = (method, path, headers, body) =>
    send(agent, target, method, path, headers, body)
  const ask = async (operation: string, content: JsonObject) => {
    const headers = { ...OWN_HEADERS, 'x-amz-target': `DynamoDB_20120810.${operation}` }
    const answer = await forward('POST', '/', headers, Buffer.from(JSON.stringify(content)))
    return answer.status === 200 ? parseBody(answer.body) : undefined
  }
  const shapeOf = (table: string) => shapes.get(table) ?? UNKNOWN
  return {
    forward,
    shapeOf,
    forget: (table) => void shapes.delete(table),
    close: () => agent.destroy(),
    async learn(tables) {
      for (const TableName of tables) {
        if (shapes.has(TableName)) continue
        const description = await ask('DescribeTable', { TableName })
        if (description) shapes.set(TableName, shapeFrom(description))
      }
    },
    imagesOf: (keys) => imagesOf(keys, (operation, content) => ask(operation, content)),
  }
}

async function imagesOf(
  keys: ItemKey[],
  ask: (operation: string, content: JsonObject) => Promise<JsonObject | undefined>,
): Promise<Map<string, JsonObject>> {
  const images = new Map<string, JsonObject>()
  const look = async ({ table: TableName, key, id }: ItemKey) => {
    const found = await ask('GetItem', { TableName, Key: key, ConsistentRead: true })
    if (found?.Item) images.set(id, asObject(found.Item))
  }
  await Promise.all(keys.map(look))
  return images
}

function send(
  agent: Agent,
  target: string,
  method: string,
  path: string,
  headers: IncomingHttpHeaders,
  body: Buffer,
): Promise<WireAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<WireAnswer>()
  const { connection: _, 'transfer-encoding': __, ...kept } = headers
  const outgoing = request(new URL(path, target), {
    method,
    agent,
    headers: { ...kept, 'content-length': body.length },
  })
  outgoing.on('error', reject)
  outgoing.on('response', (incoming) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('error', reject)
    incoming.on('end', () => {
      const { connection: _, 'transfer-encoding': __, 'keep-alive': ___, ...answerHeaders } = incoming.headers
      resolve({
        status: incoming.statusCode ?? 502,
        headers: Object.fromEntries(
          Object.entries(answerHeaders).map(([name, value]) => [name, String(value)]),
        ),
        body: Buffer.concat(chunks),
      })
    })
  })
  outgoing.end(body)
  return promise
}
