/** More than any phone takes in its usual mode; decoding holds a few times four bytes a pixel in memory. */
export const MOST_MEGAPIXELS = 25
export const MOST_PICTURE_MEGABYTES = 12

const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const PNG_HEADER_AT = 12
const PNG_INTERLACE_AT = 28
const PNG_DATA = 0x49444154
// Length, name and check sum of a chunk.
const PNG_CHUNK_FRAME = 12
// Start-of-frame markers carry the size; C4, C8 and CC are tables within the same range (ITU T.81, B.1.1.3).
const NO_FRAME = [0xc4, 0xc8, 0xcc]

/** Width and height as a picture's header says, before anything is decoded; undefined when the bytes are neither JPEG
 * nor PNG, whatever the file is called. */
export function sizeWithin(bytes: Uint8Array): { width: number; height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (PNG_START.every((byte, at) => bytes[at] === byte)) return pngSize(view)
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? jpegSize(view) : undefined
}

/** The packed data of an interlaced PNG; undefined for every other picture. */
export function interlacedData(bytes: Uint8Array): Uint8Array | undefined {
  const isPng = PNG_START.every((byte, at) => bytes[at] === byte)
  if (!isPng || bytes[PNG_INTERLACE_AT] !== 1) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: number[][] = []
  for (let at = PNG_START.length; at + 8 <= bytes.length; at += PNG_CHUNK_FRAME + view.getUint32(at)) {
    if (view.getUint32(at + 4) === PNG_DATA) parts.push([at + 8, at + 8 + view.getUint32(at)])
  }
  return concatenated(parts.map(([from, to]) => bytes.subarray(from, to)))
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function pngSize(view: DataView) {
  const isWhole = view.byteLength > PNG_HEADER_AT + 12 && view.getUint32(PNG_HEADER_AT) === 0x49484452
  return isWhole ? positive(view.getUint32(PNG_HEADER_AT + 4), view.getUint32(PNG_HEADER_AT + 8)) : undefined
}

function jpegSize(view: DataView) {
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at++
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && !NO_FRAME.includes(marker)
    if (isFrame) return positive(view.getUint16(at + 7), view.getUint16(at + 5))
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

function positive(width: number, height: number) {
  return width > 0 && height > 0 ? { width, height } : undefined
}
