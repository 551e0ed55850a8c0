import { type Actor, markOf } from '#platform/actor'
import { derivedCharacters } from '#platform/new-id'
import type { World } from '#platform/world'
import { bareId, type CustomerId, type RequestId } from '#shared/ids'
import { Problem } from '#shared/problems'

const UPLOAD_SECONDS = 3600
const MOST_BYTES = 10 * 1024 * 1024

// What a file is, by its first bytes: its name and what the browser called it say nothing.
const beginnings = [
  { type: 'image/jpeg', ending: 'jpg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/png', ending: 'png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'application/pdf', ending: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
] as const

/** Where the picture of a licence may be sent; the same key again is the same place. */
export async function startUpload(
  world: World,
  actor: Actor,
  { customerId, key }: { customerId: CustomerId; key: string },
): Promise<{ uploadId: string; uploadUrl: string }> {
  const uploadId = derivedCharacters('upload', customerId, markOf(actor).id, key)
  return { uploadId, uploadUrl: await world.files.uploadUrl(uploadKey(customerId, uploadId), UPLOAD_SECONDS) }
}

/** Takes what was uploaded to where only the company and the shop find it; answers its key. Throws
 * `requests.file_missing`, or `requests.file_unfit` for anything but a JPEG, a PNG or a PDF of at most 10 MB. */
export async function takeUpload(
  world: World,
  { customerId, requestId, uploadId }: { customerId: CustomerId; requestId: RequestId; uploadId: string },
): Promise<string> {
  const body = await world.files.read(uploadKey(customerId, uploadId))
  if (!body) throw new Problem('requests.file_missing')
  const bytes = await bytesOf(body)
  const kind = beginnings.find((beginning) => beginning.bytes.every((byte, at) => bytes?.[at] === byte))
  if (!bytes || !kind) throw new Problem('requests.file_unfit', { mostMegabytes: MOST_BYTES / 1024 / 1024 })
  const fileKey = `requests/${bareId(customerId)}/${bareId(requestId)}.${kind.ending}`
  await world.files.write(fileKey, bytes, kind.type)
  return fileKey
}

async function bytesOf(body: ReadableStream<Uint8Array>): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > MOST_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Where a picture waits until it is taken; only the shop's own requests take it from there. */
export function uploadKey(customerId: CustomerId, uploadId: string): string {
  return `uploads/${bareId(customerId)}/${uploadId}`
}
