import { crc32, deflateSync } from 'node:zlib'
import { Jimp } from 'jimp'
import { beforeAll, describe, expect, it } from 'vitest'
import { getProduct } from '#catalogue'
import { runDueJobs } from '#platform/jobs/run-jobs'
import type { ProductId } from '#shared/ids'
import { pictureName, pictureSizes } from '#shared/picture-sizes'
import { pictureRuns } from '../../functions/catalogue/make-picture.ts'
import { sizeWithin } from '../../functions/catalogue/picture-rules.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aMember, aSession, someProducts, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const RED = 0xff0000ff
const BLUE = 0x0000ffff
let world: FakeWorld
let call: Call
let cookie: string
let made = 0

beforeAll(async () => {
  world = await aWorld()
  call = apiOf(world)
  await aCompany(world)
  cookie = await aSession(world, await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }]))
})

async function aProduct(): Promise<ProductId> {
  const [productId] = await someProducts(world, [{ code: `P-${++made}` }])
  if (!productId) throw new Error('No product')
  return productId
}

/** 40 wide and 20 high, red on its left half and blue on its right. */
function halves(width = 40, height = 20) {
  const picture = new Jimp({ width, height, color: RED })
  return picture.composite(new Jimp({ width: width / 2, height, color: BLUE }), width / 2, 0)
}

/** The JPEG with an EXIF block that says how the camera was held, and where it was. */
function withExif(jpeg: Buffer, orientation: number): Buffer {
  const tiff = Buffer.from([
    ...[0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 2],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0x01, 0x0f, 0, 2, 0, 0, 0, 7, 0, 0, 0, 38, 0, 0, 0, 0],
    ...Buffer.from('SECRET\0'),
  ])
  const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff])
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 0xff])
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)])
}

async function uploaded(productId: ProductId, bytes: Uint8Array) {
  const path = `/products/${productId}/pictures`
  const started = await call(path, { method: 'POST', cookie })
  expect(started.status, started.text).toBe(201)
  const { job, uploadUrl } = started.body as { job: { jobId: string }; uploadUrl: string }
  await world.files.write(uploadUrl.slice('memory:'.length), bytes, 'image/jpeg')
  expect((await call(`${path}/${job.jobId}/arrival`, { method: 'POST', cookie })).status).toBe(200)
  await runDueJobs(world, pictureRuns)
  return (await call(`${path}/${job.jobId}`, { cookie })).body
}

async function sizesOf(pictureId: string) {
  return Promise.all(
    pictureSizes.map(async (size) => {
      const bytes = world.stored.get(`pictures/${pictureName(pictureId, size)}`)
      if (!bytes) throw new Error('No file')
      return { bytes: Buffer.from(bytes), picture: await Jimp.fromBuffer(Buffer.from(bytes)) }
    }),
  )
}

describe('pictures of a product', () => {
  it('a large picture is kept in few sizes', async () => {
    const productId = await aProduct()
    const png = await halves(2000, 1000).getBuffer('image/png')
    expect(await uploaded(productId, png)).toMatchObject({ state: 'done' })
    const [pictureId = ''] = (await getProduct(world, productId)).pictures
    const found = (await sizesOf(pictureId)).map(({ picture: { bitmap } }) => [bitmap.width, bitmap.height])
    expect(found).toEqual([
      [96, 48],
      [320, 160],
      [960, 480],
    ])
  })

  it('a small picture is never blown up', async () => {
    const productId = await aProduct()
    await uploaded(productId, await halves().getBuffer('image/png'))
    const [pictureId = ''] = (await getProduct(world, productId)).pictures
    const found = await sizesOf(pictureId)
    expect(found.map(({ picture }) => picture.bitmap.width)).toEqual([40, 40, 40])
  })

  it.each([
    [1, [40, 20], 'left'],
    [3, [40, 20], 'right'],
    [6, [20, 40], 'top'],
    [8, [20, 40], 'bottom'],
  ] as const)('a camera held as %i is turned upright', async (orientation, size, redAt) => {
    const productId = await aProduct()
    const jpeg = withExif(await halves().getBuffer('image/jpeg'), orientation)
    expect(await uploaded(productId, jpeg)).toMatchObject({ state: 'done' })
    const [pictureId = ''] = (await getProduct(world, productId)).pictures
    for (const { picture, bytes } of await sizesOf(pictureId)) {
      const { width, height } = picture.bitmap
      expect([width, height]).toEqual(size)
      const points = {
        left: [4, height / 2],
        right: [width - 4, height / 2],
        top: [width / 2, 4],
        bottom: [width / 2, height - 4],
      } as const
      const [x, y] = points[redAt]
      expect(picture.getPixelColor(x, y) >>> 24).toBeGreaterThan(200)
      expect(bytes.includes('SECRET')).toBe(false)
      expect(bytes.includes('Exif')).toBe(false)
    }
  })

  it('the same picture twice is one picture', async () => {
    const productId = await aProduct()
    const png = await halves(44, 22).getBuffer('image/png')
    await uploaded(productId, png)
    await uploaded(productId, png)
    expect((await getProduct(world, productId)).pictures).toHaveLength(1)
  })

  it('what shines through lies on white paper', async () => {
    const productId = await aProduct()
    await uploaded(productId, await new Jimp({ width: 30, height: 30, color: 0 }).getBuffer('image/png'))
    const [pictureId = ''] = (await getProduct(world, productId)).pictures
    const [small] = await sizesOf(pictureId)
    expect(small?.picture.getPixelColor(15, 15)).toBe(0xffffffff)
  })
})

describe('files that are no pictures', () => {
  const bomb = () => {
    const png = Buffer.alloc(64)
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]).copy(png)
    png.write('IHDR', 12)
    png.writeUInt32BE(60_000, 16)
    png.writeUInt32BE(60_000, 20)
    return png
  }

  it.each([
    ['an HTML file named jpg', Buffer.from('<!doctype html><script>alert(1)</script>'), 'unreadable'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'unreadable'],
    ['an empty file', Buffer.alloc(0), 'unreadable'],
    ['a JPEG of two bytes', Buffer.from([0xff, 0xd8]), 'unreadable'],
    ['a PNG that ends early', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'unreadable'],
    ['a bomb of 3600 megapixels', bomb(), 'too_large'],
    ['a file of thirteen megabytes', Buffer.alloc(13 * 1024 * 1024), 'too_large'],
  ])('%s is refused', async (_, bytes, reason) => {
    const productId = await aProduct()
    expect(await uploaded(productId, bytes)).toMatchObject({
      state: 'failed',
      problem: `catalogue.picture_${reason}`,
    })
    expect((await getProduct(world, productId)).pictures).toEqual([])
  })

  it('an interlaced bomb is never unpacked', async () => {
    const chunk = (name: string, data: Buffer) => {
      const frame = Buffer.alloc(12 + data.length)
      frame.writeUInt32BE(data.length)
      frame.write(name, 4)
      data.copy(frame, 8)
      frame.writeUInt32BE(crc32(frame.subarray(4, 8 + data.length)), 8 + data.length)
      return frame
    }
    const header = Buffer.from([0, 0, 0, 8, 0, 0, 0, 8, 8, 6, 0, 0, 1])
    const packed = deflateSync(Buffer.alloc(64 * 1024 * 1024))
    const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    const bytes = (data: Buffer) =>
      Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
    expect(await uploaded(await aProduct(), bytes(packed))).toMatchObject({
      problem: 'catalogue.picture_unreadable',
    })
    const whole = deflateSync(Buffer.alloc(8 * 8 * 4 + 15))
    expect(await uploaded(await aProduct(), bytes(whole))).toMatchObject({ state: 'done' })
  })

  it('a header that lies is found out', async () => {
    const productId = await aProduct()
    const jpeg = await halves().getBuffer('image/jpeg')
    expect(sizeWithin(jpeg)).toEqual({ width: 40, height: 20 })
    const broken = Buffer.concat([jpeg.subarray(0, 200), Buffer.alloc(50, 0xff)])
    expect(await uploaded(productId, broken)).toMatchObject({ problem: 'catalogue.picture_unreadable' })
  })

  it('nothing arrives before it was sent', async () => {
    const path = `/products/${await aProduct()}/pictures`
    const { body } = await call(path, { method: 'POST', cookie })
    const { jobId } = body.job as { jobId: string }
    const answer = await call(`${path}/${jobId}/arrival`, { method: 'POST', cookie })
    expect(answer.body).toMatchObject({ status: 409, code: 'catalogue.picture_missing' })
    const other = await call(`/products/${await aProduct()}/pictures/${jobId}`, { cookie })
    expect(other.body).toMatchObject({ status: 404, code: 'catalogue.picture_not_found' })
  })
})

describe('showing pictures', () => {
  it('a dealer sees a picture that may be kept', async () => {
    const productId = await aProduct()
    await uploaded(productId, await halves(50, 20).getBuffer('image/png'))
    const [pictureId = ''] = (await getProduct(world, productId)).pictures
    const customerId = await aCustomer(world, 'dealer')
    const dealer = await aSession(world, await aMember(world, customerId), customerId)
    const answer = await call(`/pictures/${pictureName(pictureId, 96)}`, { cookie: dealer })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect(answer.headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await call(`/pictures/${pictureName(pictureId, 96)}`)).status).toBe(401)
  })

  it.each(['0123456789ABCDEF-97.jpg', '0123456789ABCDEF-96.jpg', '..%2Fuploads', 'x'])(
    'nothing else is served as %s',
    async (name) => {
      const answer = await call(`/pictures/${name}`, { cookie })
      expect(answer.body).toMatchObject({ status: 404 })
    },
  )

  it('pictures are put in order and taken off', async () => {
    const productId = await aProduct()
    for (const width of [60, 62]) await uploaded(productId, await halves(width, 20).getBuffer('image/png'))
    const { pictures, version } = await getProduct(world, productId)
    const path = `/products/${productId}/pictures`
    const put = (body: object, at: number) =>
      call(path, { method: 'PUT', cookie, body, headers: { 'if-match': `"${at}"` } })
    expect((await put({ pictures: pictures.toReversed() }, version)).body).toMatchObject({
      pictures: pictures.toReversed(),
      version: version + 1,
    })
    expect((await put({ pictures }, version)).status).toBe(412)
    expect((await put({ pictures: pictures.slice(1) }, version + 1)).body).toMatchObject({ status: 404 })
    const gone = await call(`${path}/${pictures[0]}`, {
      method: 'DELETE',
      cookie,
      headers: { 'if-match': `"${version + 1}"` },
    })
    expect(gone.body).toMatchObject({ pictures: pictures.slice(1) })
  })
})
