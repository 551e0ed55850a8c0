import { describe, expect, it } from 'vitest'
import { interlacedData, sizeWithin } from '../../functions/catalogue/picture-rules.ts'

const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const four = (number: number) => [number >>> 24, (number >>> 16) & 255, (number >>> 8) & 255, number & 255]
const two = (number: number) => [number >>> 8, number & 255]
const chunk = (name: string, data: number[]) => [
  ...four(data.length),
  ...Buffer.from(name),
  ...data,
  ...[0, 0, 0, 0],
]
const header = (width: number, height: number, isInterlaced = false) =>
  chunk('IHDR', [...four(width), ...four(height), 8, 6, 0, 0, isInterlaced ? 1 : 0])
const png = (...parts: number[][]) => Uint8Array.from([...PNG_START, ...parts.flat()])

/** A segment of a JPEG: marker, length, content. */
const segment = (marker: number, content: number[]) => [0xff, marker, ...two(content.length + 2), ...content]
const frame = (marker: number, width: number, height: number) =>
  segment(marker, [8, ...two(height), ...two(width), 3, 1, 0x22, 0])
const jpeg = (...parts: number[][]) => Uint8Array.from([0xff, 0xd8, ...parts.flat()])
const jfif = segment(0xe0, [...Buffer.from('JFIF'), 0, 1, 1, 0, 0, 1, 0, 1, 0, 0])

describe('the size that a header says', () => {
  it('a PNG says it at once', () => {
    expect(sizeWithin(png(header(2000, 70_000)))).toEqual({ width: 2000, height: 70_000 })
    expect(sizeWithin(png(header(640, 480)).subarray(0, 25))).toEqual({ width: 640, height: 480 })
  })

  it.each([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xcf])('a JPEG says it in frame %i', (marker) => {
    expect(sizeWithin(jpeg(jfif, frame(marker, 4000, 3000)))).toEqual({ width: 4000, height: 3000 })
  })

  it.each([0xc4, 0xc8, 0xcc, 0xbf, 0xd0, 0xdb])('what is no frame is passed over: %i', (marker) => {
    expect(sizeWithin(jpeg(frame(marker, 9, 9), frame(0xc0, 40, 20)))).toEqual({ width: 40, height: 20 })
  })

  it('filling bytes before a marker say nothing', () => {
    expect(sizeWithin(jpeg(jfif, [0xff, 0xff], frame(0xc0, 40, 20)))).toEqual({ width: 40, height: 20 })
  })

  it('bytes in the middle of a larger buffer are read', () => {
    const whole = Buffer.concat([Buffer.alloc(7, 0xff), png(header(30, 20)), jpeg(frame(0xc0, 40, 20))])
    const length = png(header(30, 20)).length
    expect(sizeWithin(whole.subarray(7, 7 + length))).toEqual({ width: 30, height: 20 })
    expect(sizeWithin(whole.subarray(7 + length))).toEqual({ width: 40, height: 20 })
  })

  it.each<[string, Uint8Array]>([
    ['nothing', Uint8Array.from([])],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a PNG without its last byte of size', png(header(9, 9)).subarray(0, 23)],
    ['a PNG with another first chunk', png(chunk('IDAT', Array(20).fill(1)))],
    ['a PNG without width', png(header(0, 9))],
    ['a PNG without height', png(header(9, 0))],
    ['a start of a PNG that is not quite one', png(header(9, 9)).with(7, 0x0b)],
    ['a JPEG of two bytes', jpeg()],
    ['a JPEG without a frame', jpeg(jfif, jfif)],
    ['a JPEG that ends within its frame', jpeg(frame(0xc0, 9, 9)).subarray(0, 9)],
    ['a JPEG that is out of step', jpeg(jfif, [0], frame(0xc0, 9, 9))],
    ['a JPEG without width', jpeg(frame(0xc0, 0, 9))],
    ['a JPEG without height', jpeg(frame(0xc0, 9, 0))],
    ['half a start of a JPEG', jpeg(frame(0xc0, 9, 9)).with(1, 0xd9)],
    ['the other half of it', jpeg(frame(0xc0, 9, 9)).with(0, 0xfe)],
  ])('%s is no picture', (_, bytes) => {
    expect(sizeWithin(bytes)).toBeUndefined()
  })
})

describe('the packed data of an interlaced PNG', () => {
  const data = [chunk('IDAT', [1, 2, 3]), chunk('tEXt', [9, 9]), chunk('IDAT', [4, 5]), chunk('IEND', [])]

  it('all its parts are put together, and nothing else', () => {
    const bytes = png(header(8, 8, true), ...data)
    expect(interlacedData(bytes)).toEqual(Uint8Array.from([1, 2, 3, 4, 5]))
    const within = Buffer.concat([Buffer.alloc(5, 1), bytes]).subarray(5)
    expect([...(interlacedData(within) ?? [])]).toEqual([1, 2, 3, 4, 5])
  })

  it('a file cut off gives what there is', () => {
    const bytes = png(header(8, 8, true), chunk('IDAT', [1, 2, 3]))
    expect([...(interlacedData(bytes.subarray(0, -5)) ?? [])]).toEqual([1, 2])
    expect([...(interlacedData(bytes.subarray(0, -12)) ?? [])]).toEqual([])
  })

  it('every other picture has none', () => {
    expect(interlacedData(png(header(8, 8), ...data))).toBeUndefined()
    expect(interlacedData(png(header(8, 8, true)).with(0, 0))).toBeUndefined()
    expect(interlacedData(jpeg(jfif, frame(0xc0, 8, 8)))).toBeUndefined()
  })
})
