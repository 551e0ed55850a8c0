import type { JobId } from '#shared/ids'
import { type PictureSize, pictureName } from '#shared/picture-sizes'

/** Where a browser sends a picture to; nothing is served from there. */
export function uploadedPictureKey(jobId: JobId): string {
  return `uploads/pictures/${jobId}`
}

/** Where a finished picture lies; its name is made from its content, so what lies there never changes. */
export function pictureFileKey(pictureId: string, size: PictureSize): string {
  return `pictures/${pictureName(pictureId, size)}`
}
