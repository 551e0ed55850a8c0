// A stream put into S3 in parts: the file appears when the last part is in, and not before.
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3'

/** S3 takes no smaller part but the last. */
const PART_BYTES = 8 * 1024 * 1024

type Place = { Bucket: string; Key: string; ContentType: string }

/** Uploads a stream in parts; what failed midway leaves nothing behind. */
export async function uploadInParts(
  client: S3Client,
  place: Place,
  chunks: AsyncIterable<Uint8Array>,
): Promise<void> {
  // Each part carries a checksum, which S3 takes only when the upload was begun with one and ends with all of them.
  const { UploadId } = await client.send(
    new CreateMultipartUploadCommand({ ...place, ChecksumAlgorithm: 'CRC32' }),
  )
  const upload = { Bucket: place.Bucket, Key: place.Key, UploadId }
  try {
    const Parts: CompletedPart[] = []
    for await (const Body of partsOf(chunks)) {
      const PartNumber = Parts.length + 1
      const sent = new UploadPartCommand({ ...upload, PartNumber, Body, ChecksumAlgorithm: 'CRC32' })
      const { ETag, ChecksumCRC32 } = await client.send(sent)
      Parts.push({ ETag, ChecksumCRC32, PartNumber })
    }
    await client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }))
  } catch (error) {
    await client.send(new AbortMultipartUploadCommand(upload))
    throw error
  }
}

async function* partsOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = []
  let size = 0
  let count = 0
  for await (const chunk of chunks) {
    held.push(chunk)
    size += chunk.byteLength
    if (size < PART_BYTES) continue
    yield Buffer.concat(held)
    ;[held, size] = [[], 0]
    count++
  }
  if (size > 0 || count === 0) yield Buffer.concat(held)
}
