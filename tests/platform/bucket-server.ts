import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { crc32 } from 'node:zlib'

const LEAST_PART_BYTES = 5 * 1024 * 1024

type Part = { number: number; body: Buffer; etag: string; checksum: string | undefined }
type Answer = { status: number; headers?: Record<string, string>; text?: string }
type Upload = { parts: Part[]; algorithm: string | undefined }

/** A small S3: the four calls of an upload in parts, held to what S3 refuses. */
export async function openBucketServer(settings: { failsAtPart?: number } = {}) {
  const files = new Map<string, Buffer>()
  const types = new Map<string, string | undefined>()
  const uploads = new Map<string, Upload>()
  const calls: string[] = []
  const answerOf = async (request: IncomingMessage): Promise<Answer> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const uploadId = searchParams.get('uploadId') ?? ''
    const body = await bodyOf(request)
    if (request.method === 'POST' && searchParams.has('uploads')) {
      calls.push('create')
      types.set(pathname, request.headers['content-type'])
      uploads.set('upload-1', { parts: [], algorithm: headerOf(request, 'x-amz-checksum-algorithm') })
      return {
        status: 200,
        text: `<InitiateMultipartUploadResult><UploadId>upload-1</UploadId></InitiateMultipartUploadResult>`,
      }
    }
    const upload = uploads.get(uploadId)
    if (!upload) return refusal(404, 'NoSuchUpload')
    if (request.method === 'PUT') {
      const number = Number(searchParams.get('partNumber'))
      calls.push(`part ${number}`)
      if (number === settings.failsAtPart) return refusal(400, 'InvalidRequest')
      const etag = `"${createHash('md5').update(body).digest('hex')}"`
      const checksum = headerOf(request, 'x-amz-checksum-crc32')
      if (checksum && checksum !== checksumOf(body)) return refusal(400, 'BadDigest')
      if (Boolean(checksum) !== (upload.algorithm === 'CRC32')) return refusal(400, 'InvalidRequest')
      upload.parts.push({ number, body, etag, checksum })
      return { status: 200, headers: { etag, ...(checksum && { 'x-amz-checksum-crc32': checksum }) } }
    }
    uploads.delete(uploadId)
    if (request.method === 'DELETE') {
      calls.push('abort')
      return { status: 204 }
    }
    calls.push('complete')
    const wrong = faultOf(upload, body.toString())
    if (wrong) return refusal(400, wrong)
    files.set(pathname, Buffer.concat(upload.parts.map((part) => part.body)))
    return {
      status: 200,
      text: '<CompleteMultipartUploadResult><ETag>"x"</ETag></CompleteMultipartUploadResult>',
    }
  }
  const server = createServer((request, response) => {
    void answerOf(request).then(({ status, headers, text }) => {
      response.writeHead(status, { 'content-type': 'application/xml', ...headers }).end(text)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const end = () => new Promise((done) => server.close(done))
  return { endpoint: `http://127.0.0.1:${port}`, files, types, calls, openUploads: () => uploads.size, end }
}

/** What S3 would refuse of a completion: parts out of order, not as they came, or too small. */
function faultOf({ parts, algorithm }: Upload, completion: string): string | undefined {
  const named = [...completion.matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, text = '']) => ({
    number: Number(within(text, 'PartNumber')),
    etag: within(text, 'ETag')?.replaceAll('&quot;', '"'),
    checksum: within(text, 'ChecksumCRC32'),
  }))
  if (named.length === 0 || named.length !== parts.length) return 'InvalidPart'
  const isOrdered = named.every(({ number }, at) => number === at + 1)
  if (!isOrdered) return 'InvalidPartOrder'
  const isSame = named.every(({ etag, checksum }, at) => {
    const part = parts[at]
    return etag === part?.etag && (algorithm === undefined || checksum === part?.checksum)
  })
  if (!isSame) return 'InvalidPart'
  return parts.slice(0, -1).every(({ body }) => body.byteLength >= LEAST_PART_BYTES)
    ? undefined
    : 'EntityTooSmall'
}

function within(text: string, element: string): string | undefined {
  return new RegExp(`<${element}>(.*?)</${element}>`, 's').exec(text)?.[1]
}

function refusal(status: number, code: string): Answer {
  return { status, text: `<Error><Code>${code}</Code><Message>${code}</Message></Error>` }
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return typeof value === 'string' ? value : undefined
}

function checksumOf(body: Buffer): string {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(crc32(body))
  return bytes.toString('base64')
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}
