import { execFile } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rewrites } from '#shared/rewrites'
import { dealerPages, readingPages } from '../support/page-lists.ts'
import { scriptBytes, scriptsEverLoaded } from '../support/site-bytes.ts'

const root = join(import.meta.dirname, '../..')
const site = mkdtempSync(join(tmpdir(), 'dianlian-site-'))
const DEALER_PAGE_MOST = 100_000
const READING_PAGE_MOST = 10_000

const staffPages = [
  'customers/',
  'customers/view/',
  'requests/',
  'calendar/',
  'imports/',
  'people/',
  'company/',
  'messages/',
].map((page) => `staff/${page}`)

beforeAll(async () => {
  const astro = join(root, 'node_modules/astro/bin/astro.mjs')
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }
  await promisify(execFile)(process.execPath, [astro, 'build', '--root', 'web', '--outDir', site], {
    cwd: root,
    env,
  })
})
afterAll(() => rmSync(site, { recursive: true, force: true }))

function html(page: string): string {
  return readFileSync(join(site, page, 'index.html'), 'utf8')
}

function inBothLanguages(pages: readonly string[]): string[] {
  return pages.flatMap((page) => [`zh/${page}`, `en/${page}`])
}

test('a dealer page brings at most 100 KB of script', () => {
  const heavy = inBothLanguages(dealerPages).map((page) => ({ page, bytes: scriptBytes(site, page) }))
  expect(heavy.filter(({ bytes }) => bytes > DEALER_PAGE_MOST)).toEqual([])
  expect(Math.min(...heavy.map(({ bytes }) => bytes))).toBeGreaterThan(60_000)
})

test('a page names at once all that it brings', () => {
  for (const page of inBothLanguages([...dealerPages, ...staffPages])) {
    const named = [...html(page).matchAll(/<link rel="modulepreload" href="([^"]+)"/g)].map(
      ([, path = '']) => path,
    )
    const imported = named.flatMap((path) =>
      [
        ...readFileSync(join(site, path), 'utf8').matchAll(/(?:from|import)\s*["'`]\.\/([\w.~-]+\.js)["'`]/g),
      ].map(([, name]) => `/_astro/${name}`),
    )
    expect(named.length).toBeGreaterThan(3)
    expect(imported.filter((path) => !named.includes(path))).toEqual([])
  }
})

test('no dealer page ever loads a schema library', () => {
  const loaded = inBothLanguages(dealerPages).map((page) => ({
    page,
    scripts: scriptsEverLoaded(site, page),
  }))
  const heavy = loaded.filter(({ scripts }) => scripts.some((text) => text.includes('ZodType')))
  expect(heavy.map(({ page }) => page)).toEqual([])
})

test('a reading page brings next to no script', () => {
  const heavy = inBothLanguages(readingPages).map((page) => ({ page, bytes: scriptBytes(site, page) }))
  expect(heavy.filter(({ bytes }) => bytes > READING_PAGE_MOST)).toEqual([])
  expect(inBothLanguages(readingPages).filter((page) => html(page).includes('astro-island'))).toEqual([])
})

test('every page exists and speaks its language', () => {
  for (const page of [...dealerPages, ...readingPages, ...staffPages]) {
    expect(html(`zh/${page}`)).toContain('<html lang="zh-CN">')
    expect(html(`en/${page}`)).toContain('<html lang="en">')
    expect(html(`en/${page}`).replaceAll(/<a [^>]*lang="zh-CN"[^>]*>中文<\/a>/g, '')).not.toMatch(
      /\p{Script=Han}/u,
    )
  }
})

test('no page allows inline code or styles', () => {
  const pages = globSync('**/*.html', { cwd: site }).map((file) => readFileSync(join(site, file), 'utf8'))
  for (const page of pages) {
    expect(page).toContain('http-equiv="content-security-policy"')
    expect(page).not.toMatch(/(?<!wasm-)unsafe-(?:inline|eval)|\sstyle="|\son[a-z]+="/)
  }
  expect(pages.length).toBeGreaterThan(20)
})

test('only the order page may compile a barcode reader', () => {
  const pages = globSync('**/*.html', { cwd: site })
  const may = pages.filter((file) => readFileSync(join(site, file), 'utf8').includes('wasm-unsafe-eval'))
  expect(may.sort()).toEqual(['en/order/index.html', 'zh/order/index.html'])
  expect(globSync('_astro/*.wasm', { cwd: site })).toHaveLength(1)
})

test('the address of an order leads to its shell', () => {
  const address = '/zh/orders/ord_0123456789ABCDEF-27/'
  const rule = rewrites.find(({ pattern }) => new RegExp(pattern).test(address))
  const shell = address.replace(new RegExp(rule?.pattern ?? '^$'), rule?.to ?? '')
  expect(shell).toBe('/zh/orders/view/')
  expect(html(shell)).toContain('OrderViewPage')
})
