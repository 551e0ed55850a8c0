import { S3Client } from '@aws-sdk/client-s3'
import { afterEach, describe, expect, it } from 'vitest'
import { uploadInParts } from '../../functions/platform/bucket-parts.ts'
import { openBucketServer } from './bucket-server.ts'

const MEGABYTE = 1024 * 1024
const place = { Bucket: 'files', Key: 'exports/a.csv', ContentType: 'text/csv' }
const opened: Array<{ end(): Promise<unknown> }> = []
afterEach(async () => {
  for (const { end } of opened.splice(0)) await end()
})

async function aBucket(settings: Parameters<typeof openBucketServer>[0] = {}) {
  const server = await openBucketServer(settings)
  const client = new S3Client({
    endpoint: server.endpoint,
    region: 'local',
    forcePathStyle: true,
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    maxAttempts: 1,
  })
  opened.push({
    end: () => {
      client.destroy()
      return server.end()
    },
  })
  return { ...server, client }
}

async function* chunks(count: number, bytes: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < count; at++) yield new Uint8Array(bytes).fill(at + 1)
}

describe('a file put into the bucket in parts', () => {
  it('it arrives whole, in parts that S3 takes', async () => {
    const { client, files, types, calls } = await aBucket()
    await uploadInParts(client, place, chunks(7, 3 * MEGABYTE))
    expect(calls).toEqual(['create', 'part 1', 'part 2', 'part 3', 'complete'])
    const file = files.get('/files/exports/a.csv')
    expect(file?.byteLength).toBe(21 * MEGABYTE)
    expect([file?.at(0), file?.at(-1)]).toEqual([1, 7])
    expect(types.get('/files/exports/a.csv')).toBe('text/csv')
  })

  it('a small file and an empty one are one part', async () => {
    for (const count of [1, 0]) {
      const { client, files, calls } = await aBucket()
      await uploadInParts(client, place, chunks(count, 10))
      expect(calls).toEqual(['create', 'part 1', 'complete'])
      expect(files.get('/files/exports/a.csv')?.byteLength).toBe(10 * count)
    }
  })

  it('a part that fails leaves nothing behind', async () => {
    const { client, files, calls, openUploads } = await aBucket({ failsAtPart: 2 })
    await expect(uploadInParts(client, place, chunks(7, 3 * MEGABYTE))).rejects.toThrow('InvalidRequest')
    expect(calls).toEqual(['create', 'part 1', 'part 2', 'abort'])
    expect([files.size, openUploads()]).toEqual([0, 0])
  })

  it('a source that breaks off leaves nothing behind', async () => {
    const { client, files, calls } = await aBucket()
    async function* breaking() {
      yield* chunks(3, 3 * MEGABYTE)
      throw new Error('the source broke off')
    }
    await expect(uploadInParts(client, place, breaking())).rejects.toThrow('the source broke off')
    expect(calls.at(-1)).toBe('abort')
    expect(files.size).toBe(0)
  })
})
