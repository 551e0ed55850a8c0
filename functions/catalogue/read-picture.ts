import type { World } from '#platform/world'
import { type PictureSize, pictureSizes } from '#shared/picture-sizes'
import { Problem } from '#shared/problems'
import { pictureFileKey } from './picture-files.ts'

/** The JPEG of a picture by its name, `<id>-<size>.jpg`; throws `catalogue.picture_not_found`. */
export async function readPicture(world: World, name: string): Promise<ReadableStream<Uint8Array>> {
  const [, pictureId = '', text] = /^([0-9A-Z]{16})-(\d+)\.jpg$/.exec(name) ?? []
  const size: PictureSize | undefined = pictureSizes.find((known) => String(known) === text)
  const body = size && (await world.files.read(pictureFileKey(pictureId, size)))
  if (!body) throw new Problem('catalogue.picture_not_found')
  return body
}
