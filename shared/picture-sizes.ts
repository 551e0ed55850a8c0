/** Longest sides, in pixels, in which a picture is kept. */
export const pictureSizes = [96, 320, 960] as const
export type PictureSize = (typeof pictureSizes)[number]

/** What a picture is called: made from its content, so that an address always shows the same. */
export const pictureIdPattern = /^[0-9A-Z]{16}$/

/** The name of one size of a picture, as its file and its address end. */
export function pictureName(pictureId: string, size: PictureSize): string {
  return `${pictureId}-${size}.jpg`
}
