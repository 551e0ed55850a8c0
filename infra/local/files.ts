// The file store of a local run: signed addresses under /files, files on disk.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Files } from '../../functions/platform/files.ts'
import { FileTooLarge, openFile, pathOfKey, writeWhole } from './files-on-disk.ts'

const MOST_UPLOAD_BYTES = 25 * 1024 * 1024
const PATH = '/files/'

export type LocalFilesPlace = { folder: string; secret: string; now?: () => number }

/** The product's port to the files on disk; a key that could leave the folder throws. */
export function createLocalFiles(place: LocalFilesPlace & { origin: string }): Files {
  const { folder, origin, now = Date.now } = place
  const checked = (key: string) => {
    const path = pathOfKey(folder, key)
    if (!path) throw new Error(`Not a usable file key: ${JSON.stringify(key)}`)
    return path
  }
  const signedUrl = (method: 'PUT' | 'GET', key: string, seconds: number, name = '') => {
    checked(key)
    const expires = String(Math.floor(now() / 1000) + seconds)
    const signature = signatureOf(place, { method, key, expires, name })
    const query = new URLSearchParams({ expires, signature, ...(name && { name }) })
    return `${origin}${PATH}${key.split('/').map(encodeURIComponent).join('/')}?${query}`
  }
  return {
    uploadUrl: async (key, seconds) => signedUrl('PUT', key, seconds),
    downloadUrl: async (key, seconds, name) => signedUrl('GET', key, seconds, name),
    async read(key) {
      const file = await openFile(checked(key))
      return file && webStreamOf(file.stream())
    },
    async write(key, body) {
      const isWhole = typeof body === 'string' || body instanceof Uint8Array
      const chunks = isWhole ? Readable.from([Buffer.from(body)]) : body
      await writeWhole(folder, checked(key), chunks, Number.POSITIVE_INFINITY)
    },
  }
}

function webStreamOf(stream: Readable): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = stream[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: () => void stream.destroy(),
  })
}

/** Answers signed PUT and GET under /files/; false when the path is another's. */
export async function handleFiles(
  place: LocalFilesPlace & { mostBytes?: number },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const url = URL.parse(request.url ?? '/', 'http://localhost')
  if (!url) return false
  const { pathname, searchParams } = url
  if (!pathname.startsWith(PATH)) return false
  const { method } = request
  if (method !== 'GET' && method !== 'PUT') return refuse(response, 405, 'GET or PUT')
  const key = keyIn(pathname)
  const path = key === undefined ? undefined : pathOfKey(place.folder, key)
  if (key === undefined || !path) return refuse(response, 400, 'Not a usable file key')
  if (!isSigned(place, method, key, searchParams)) return refuse(response, 403, 'Not signed, or no longer')
  if (method === 'PUT') return takeUpload(place, path, request, response)
  return sendFile(path, searchParams.get('name') || (key.split('/').at(-1) ?? 'file'), response)
}

async function takeUpload(
  { folder, mostBytes = MOST_UPLOAD_BYTES }: { folder: string; mostBytes?: number },
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<true> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return tooLarge(response)
  try {
    await writeWhole(folder, path, request, mostBytes)
  } catch (error) {
    if (error instanceof FileTooLarge) return tooLarge(response)
    // A caller that went away left nothing behind and gets no answer.
    if (request.destroyed && !request.complete) return true
    throw error
  }
  response.writeHead(204).end()
  return true
}

function tooLarge(response: ServerResponse): true {
  response.setHeader('connection', 'close')
  return refuse(response, 413, 'Too large')
}

async function sendFile(path: string, name: string, response: ServerResponse): Promise<true> {
  const file = await openFile(path)
  if (!file) return refuse(response, 404, 'No such file')
  response.writeHead(200, {
    'content-type': await file.type(),
    'content-length': file.size,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'cache-control': 'private, max-age=300',
  })
  await pipeline(file.stream(), response).catch(() => response.destroy())
  return true
}

function refuse(response: ServerResponse, status: number, why: string): true {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(why)
  return true
}

function keyIn(pathname: string): string | undefined {
  try {
    const parts = pathname.slice(PATH.length).split('/').map(decodeURIComponent)
    return parts.some((part) => part.includes('/')) ? undefined : parts.join('/')
  } catch {
    return undefined
  }
}

function isSigned(place: LocalFilesPlace, method: string, key: string, query: URLSearchParams): boolean {
  const expires = query.get('expires') ?? ''
  const given = Buffer.from(query.get('signature') ?? '')
  const name = query.get('name') ?? ''
  const right = Buffer.from(signatureOf(place, { method, key, expires, name }))
  const isRight = given.length === right.length && timingSafeEqual(given, right)
  return isRight && Number(expires) * 1000 > (place.now?.() ?? Date.now())
}

type Signed = { method: string; key: string; expires: string; name: string }

function signatureOf({ secret }: LocalFilesPlace, { method, key, expires, name }: Signed): string {
  const said = [method, key, expires, name].join('\n')
  return createHmac('sha256', `files:${secret}`).update(said).digest('base64url')
}
