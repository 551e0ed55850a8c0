import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Files } from '../../functions/platform/files.ts'
import { createLocalFiles, handleFiles } from '../../infra/local/files.ts'

const folder = mkdtempSync(join(tmpdir(), 'files-'))
let clock = Date.parse('2026-03-02T08:00:00Z')
const place = { folder, secret: 'secret-of-the-test', now: () => clock, mostBytes: 1000 }
let server: Server
let files: Files

beforeAll(async () => {
  server = createServer(async (request, response) => {
    if (!(await handleFiles(place, request, response))) response.writeHead(501).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  files = createLocalFiles({ ...place, origin: `http://127.0.0.1:${port}` })
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

const upload = (url: string, body: string) => fetch(url, { method: 'PUT', body })

test('an uploaded file comes back as an attachment', async () => {
  const key = 'imports/价目 表.csv'
  expect((await upload(await files.uploadUrl(key, 60), 'code,name\n1,茶')).status).toBe(204)
  const answer = await fetch(await files.downloadUrl(key, 60))
  expect(await answer.text()).toBe('code,name\n1,茶')
  expect(answer.headers.get('content-type')).toBe('application/octet-stream')
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''%E4%BB%B7/)
  const named = await files.downloadUrl(key, 60, '订单-2026-03-02.csv')
  expect((await fetch(named)).headers.get('content-disposition')).toContain(
    encodeURIComponent('订单-2026-03-02'),
  )
  expect((await fetch(named.replace(/name=.*$/, 'name=x.exe'))).status).toBe(403)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await new Response(await files.read(key)).text()).toBe('code,name\n1,茶')
})

test('a picture is typed by its content, not name', async () => {
  await files.write('pictures/tea', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml')
  await files.write('pictures/fake.png', '<script>alert(1)</script>', 'image/png')
  const picture = await fetch(await files.downloadUrl('pictures/tea', 60))
  expect(picture.headers.get('content-type')).toBe('image/svg+xml')
  expect(picture.headers.get('content-security-policy')).toContain('sandbox')
  const fake = await fetch(await files.downloadUrl('pictures/fake.png', 60))
  expect(fake.headers.get('content-type')).toBe('application/octet-stream')
})

test('an unsigned, foreign or late address is refused', async () => {
  await files.write('private/a', 'hidden', 'text/plain')
  const url = await files.downloadUrl('private/a', 60)
  expect((await fetch(url.replace(/\?.*/, ''))).status).toBe(403)
  expect((await fetch(url.replace('private/a', 'private/b'))).status).toBe(403)
  expect((await upload(url, 'overwritten')).status).toBe(403)
  expect((await fetch(url)).status).toBe(200)
  clock += 61_000
  expect((await fetch(url)).status).toBe(403)
  expect(await new Response(await files.read('private/a')).text()).toBe('hidden')
})

test('an upload beyond the limit leaves nothing behind', async () => {
  const url = await files.uploadUrl('big/one', 60)
  expect((await upload(url, 'x'.repeat(1001))).status).toBe(413)
  const body = new Blob(['x'.repeat(600), 'y'.repeat(600)]).stream()
  const withoutLength = { method: 'PUT', body, duplex: 'half' as const }
  const streamed = await fetch(url, withoutLength).catch(() => undefined)
  expect(streamed?.status ?? 413).toBe(413)
  expect(await files.read('big/one')).toBeUndefined()
  expect(readdirSync(join(folder, '.unfinished'))).toEqual([])
})

test.each(['../up', 'a/../b', '/etc/passwd', 'a\\b', 'a//b', '', '.unfinished/x', 'a/./b', 'a\u0000b'])(
  'the key %j that could lead elsewhere is refused',
  async (key) => {
    await expect(files.uploadUrl(key, 60)).rejects.toThrow('Not a usable file key')
    await expect(files.write(key, 'x', 'text/plain')).rejects.toThrow('Not a usable file key')
  },
)
