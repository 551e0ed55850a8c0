import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Files } from '#platform/files'
import { openBucket } from '#platform/open-bucket'

let files: Files
beforeAll(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'x')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'x')
  files = openBucket('s3://goods', 'eu-central-1')
})
afterAll(() => {
  vi.unstubAllEnvs()
})

describe('addresses of the bucket', () => {
  it('a file is only saved, under a name of ours', async () => {
    const url = new URL(await files.downloadUrl('exports/job_1/价目"; x=.csv', 60))
    expect(url.host).toBe('goods.s3.eu-central-1.amazonaws.com')
    expect(url.searchParams.get('X-Amz-Expires')).toBe('60')
    expect(url.searchParams.get('response-content-disposition')).toBe(
      "attachment; filename*=UTF-8''%E4%BB%B7%E7%9B%AE%22%3B%20x%3D.csv",
    )
  })

  it('an address to send to names one file', async () => {
    const url = new URL(await files.uploadUrl('uploads/a', 60))
    expect(url.protocol).toBe('https:')
    expect(url.pathname).toBe('/uploads/a')
    expect(url.searchParams.get('X-Amz-Signature')).toMatch(/^[0-9a-f]{64}$/)
  })
})
