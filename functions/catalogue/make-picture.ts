import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import type { JobRuns, RunJob } from '#platform/jobs/run-jobs'
import { derivedCharacters } from '#platform/new-id'
import type { World } from '#platform/world'
import type { JobId } from '#shared/ids'
import { type PictureSize, pictureSizes } from '#shared/picture-sizes'
import { Problem } from '#shared/problems'
import { addPicture } from './change-pictures.ts'
import { pictureFileKey, uploadedPictureKey } from './picture-files.ts'
import { interlacedData, MOST_MEGAPIXELS, MOST_PICTURE_MEGABYTES, sizeWithin } from './picture-rules.ts'

const QUALITY = 82
const PAPER = 0xffffffff
const BYTES_IN_ONE = 1024 * 1024
const MOST_BYTES_A_PIXEL = 8
const PIXELS_IN_ONE = 1_000_000

/** Makes the sizes of an uploaded picture and adds it to its product: judged by its bytes, turned as the camera was
 * held, and drawn anew, so that nothing of the file but what is seen goes on. */
const makePicture: RunJob = async (world, job, keep) => {
  const bytes = await uploadedBytes(world, job.jobId)
  refuseUnusable(bytes)
  const pictureId = derivedCharacters('picture', createHash('sha256').update(bytes).digest('hex'))
  for (const { size, jpeg } of await drawnSizes(bytes))
    await world.files.write(pictureFileKey(pictureId, size), jpeg, 'image/jpeg')
  await addPicture(
    world,
    { kind: 'system', name: `picture for ${job.by.id}` },
    job.input.productId ?? '',
    pictureId,
  )
  await keep({ done: 1, total: 1 })
}

/** What makes the pictures of products. */
export const pictureRuns: JobRuns = { 'product-picture': makePicture }

async function uploadedBytes(world: World, jobId: JobId): Promise<Uint8Array> {
  const body = await world.files.read(uploadedPictureKey(jobId))
  if (!body) throw new Problem('catalogue.picture_missing')
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.byteLength
    if (length > MOST_PICTURE_MEGABYTES * BYTES_IN_ONE) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function refuseUnusable(bytes: Uint8Array): void {
  const size = sizeWithin(bytes)
  if (!size) throw new Problem('catalogue.picture_unreadable')
  if (size.width * size.height > MOST_MEGAPIXELS * PIXELS_IN_ONE) throw tooLarge()
  refuseEndlessPng(bytes, size.width * size.height)
}

// The decoder unpacks an interlaced PNG without a bound of its own.
function refuseEndlessPng(bytes: Uint8Array, pixels: number): void {
  const packed = interlacedData(bytes)
  if (!packed) return
  try {
    inflateSync(packed, { maxOutputLength: pixels * MOST_BYTES_A_PIXEL + BYTES_IN_ONE })
  } catch {
    throw new Problem('catalogue.picture_unreadable')
  }
}

function tooLarge(): Problem {
  const facts = { mostMegapixels: MOST_MEGAPIXELS, mostMegabytes: MOST_PICTURE_MEGABYTES }
  return new Problem('catalogue.picture_too_large', facts)
}

async function drawnSizes(bytes: Uint8Array): Promise<Array<{ size: PictureSize; jpeg: Uint8Array }>> {
  // The decoders are large, and only this job needs them.
  const { Jimp } = await import('jimp')
  const picture = await Jimp.fromBuffer(Buffer.from(bytes), {
    'image/jpeg': { maxResolutionInMP: MOST_MEGAPIXELS },
  }).catch(() => {
    throw new Problem('catalogue.picture_unreadable')
  })
  const sizes: Array<{ size: PictureSize; jpeg: Uint8Array }> = []
  for (const size of pictureSizes) {
    const { width, height } = picture.bitmap
    const drawn = Math.max(width, height) > size ? picture.clone().scaleToFit({ w: size, h: size }) : picture
    const { width: w, height: h } = drawn.bitmap
    const flat = new Jimp({ width: w, height: h, color: PAPER }).composite(drawn)
    sizes.push({ size, jpeg: await flat.getBuffer('image/jpeg', { quality: QUALITY }) })
  }
  return sizes
}
