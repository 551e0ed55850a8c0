import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entries } from '../../functions/entry/entries.ts'
import { type Bundle, bundleEntries, bundleEntry } from '../../infra/aws/build/bundle.ts'
import { uploadsOf } from '../../infra/aws/build/publish-pages.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'bundles-'))
let bundles: Bundle[]
beforeAll(async () => {
  bundles = await bundleEntries(folder)
  console.log(bundles.map(({ name, bytes }) => `${name} ${Math.round(bytes / 1024)} KB`).join(', '))
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

describe('bundles', () => {
  test('every entry becomes one folder with its handler', () => {
    expect(bundles.map(({ name }) => name)).toEqual(Object.keys(entries))
    for (const { folder } of bundles) {
      expect(readFileSync(join(folder, 'index.mjs'), 'utf8')).toMatch(/export\{[^}]*\bas handler\b/)
      expect(existsSync(join(folder, 'index.mjs.map'))).toBe(true)
    }
  })

  test('no bundle carries the languages of zod', () => {
    for (const { inputs } of bundles) {
      expect(inputs.some((path) => path.startsWith('node_modules/zod/'))).toBe(true)
      expect(inputs.filter((path) => /\/zod\/v4\/locales\/(?!en\.)/.test(path))).toEqual([])
    }
  })

  test('the bundled API answers an event of the gateway', () => {
    const answer = answerOf({ 'x-origin-secret': 'known-to-the-cdn' })
    expect(answer.statusCode).toBe(404)
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'request.not_found' })
  })

  test('the bundled API refuses what bypassed the CDN', () => {
    expect(answerOf({}).statusCode).toBe(403)
  })
})

test('a stack trace of a bundle names our lines', async () => {
  mkdirSync(join(root, 'dist'), { recursive: true })
  const place = mkdtempSync(join(root, 'dist/trace-'))
  writeFileSync(
    join(place, 'stumble.ts'),
    "import * as z from 'zod'\n\nexport function handler() {\n  z.string().parse('')\n  throw new Error('stumbled')\n}\n",
  )
  const bundle = await bundleEntry('stumble', join(place, 'stumble.ts'), join(place, 'out'))
  const code = `const { handler } = await import(${JSON.stringify(pathToFileURL(join(bundle.folder, 'index.mjs')).href)})
    try { handler() } catch (error) { console.log(error.stack) }`
  const trace = execFileSync(process.execPath, ['--enable-source-maps', '--input-type=module', '-e', code], {
    encoding: 'utf8',
  })
  rmSync(place, { recursive: true })
  expect(trace).toContain('stumble.ts:5:9')
})

test('hashed files go up first and stay cached', () => {
  const site = mkdtempSync(join(tmpdir(), 'site-'))
  for (const path of ['zh/index.html', '_astro/page.a1b2.js', 'favicon.svg']) {
    mkdirSync(join(site, path, '..'), { recursive: true })
    writeFileSync(join(site, path), path)
  }
  const uploads = uploadsOf(site)
  rmSync(site, { recursive: true })
  expect(uploads[0]).toMatchObject({
    key: '_astro/page.a1b2.js',
    contentType: 'text/javascript; charset=utf-8',
    cacheControl: 'public, max-age=31536000, immutable',
  })
  expect(uploads.find(({ key }) => key === 'zh/index.html')?.cacheControl).toBe(
    'public, max-age=0, must-revalidate',
  )
})

type Answer = { statusCode: number; body: string }

function answerOf(headers: Record<string, string>): Answer {
  const http = {
    method: 'GET',
    path: '/api/nothing-here',
    sourceIp: '127.0.0.1',
    protocol: 'HTTP/1.1',
    userAgent: 'test',
  }
  const requestContext = {
    http,
    domainName: 'portal.example.com',
    stage: '$default',
    requestId: 'r1',
    timeEpoch: 0,
  }
  const event = {
    version: '2.0',
    routeKey: 'ANY /api/{proxy+}',
    rawPath: http.path,
    rawQueryString: '',
    headers: { host: 'portal.example.com', ...headers },
    requestContext,
    isBase64Encoded: false,
  }
  const code = `const { handler } = await import(${JSON.stringify(pathToFileURL(join(folder, 'api/index.mjs')).href)})
    console.log('ANSWER' + JSON.stringify(await handler(${JSON.stringify(event)}, {})))`
  const environment = {
    PATH: process.env.PATH,
    NODE_OPTIONS: '--enable-source-maps',
    PUBLIC_ORIGIN: 'https://portal.example.com',
    ORIGIN_SECRET: 'known-to-the-cdn',
    OIDC_ISSUER: 'https://id.example.com',
    AWS_REGION: 'eu-central-1',
    FILES_URL: 's3://files',
    SECRET: 'a-secret-of-the-test-alone',
    OIDC_CLIENT_SECRET: 'of-the-provider',
  }
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', code], {
    env: environment,
    encoding: 'utf8',
  })
  return JSON.parse(output.split('ANSWER')[1] ?? '')
}
