import type { Download, Page } from 'playwright-core'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { productIdOfCode, storedProduct } from '#catalogue'
import { importEndTexts as endTexts } from '#shared/texts/import-end'
import { importTexts as texts } from '#shared/texts/imports'
import {
  DESK_MAIL,
  expectAccessible,
  openPlace,
  openWindow,
  type Place,
  signInByMail,
  takePicture,
} from './shop.ts'

let place: Place
let page: Page

beforeAll(async () => {
  place = await openPlace()
  page = await openWindow(place, { width: 1280 })
  await signInByMail(page, DESK_MAIL, '/zh/staff/imports/')
})
afterAll(() => place?.end())

const MINDED = [
  '编码,品名,我们的箱规,起订量',
  'N-1,新品一,件/case = 50,10',
  'N-2,新品二,,很多',
  'YL-1,云岭（硬红）,,1',
]

async function send(lines: readonly string[]): Promise<void> {
  await page.getByLabel(texts.kind.zh).selectOption('products')
  const buffer = Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`)
  await page.getByLabel(texts.file.zh).setInputFiles({ name: '商品.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: texts.start.zh }).click()
  await page.waitForURL('**/staff/imports/imp_*/')
}

async function bytesOf(download: Download): Promise<Buffer> {
  return Buffer.concat(await (await download.createReadStream()).toArray())
}

async function takeAlong(name: RegExp): Promise<Download> {
  const link = page.getByRole('link', { name })
  await link.waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  return download
}

const button = (name: string) => page.getByRole('button', { name, exact: true })
const state = (name: string) => page.locator('h1 .pill', { hasText: name })

it('a file says what each row would do', async () => {
  await send(MINDED)
  await page.getByRole('heading', { name: texts.matchTitle.zh }).waitFor()
  await page.getByLabel('大单位').selectOption('我们的箱规')
  await expectAccessible(page, 'match columns')
  await takePicture(page, 'import-match')
  await button(texts.preview.zh).click()
  await state(texts.previewed.zh).waitFor()
  await page
    .getByText('“minimum”的值“很多”要是 1 到')
    .or(page.getByText('“起订量”的值“很多”'))
    .first()
    .waitFor()
  await page.getByRole('button', { name: `${texts.new.zh} 1` }).click()
  await page.getByRole('rowheader', { name: 'N-1' }).waitFor()
  await expectAccessible(page, 'previewed')
  await takePicture(page, 'import-previewed')
  expect(await storedProduct(place.world.table, productIdOfCode('N-1'))).toBeUndefined()
})

it('refused rows are mended in their own file', async () => {
  await button('导出 CSV').click()
  const text = (await bytesOf(await takeAlong(/下载 1 行/))).toString()
  expect(text).toContain('N-2')
  await button(texts.confirm.zh).click()
  await state(texts.applied.zh).waitFor()
  expect(await storedProduct(place.world.table, productIdOfCode('N-1'))).toMatchObject({
    minimum: 10,
    packs: [{ contains: 50 }],
  })
  await page.goto('/zh/staff/imports/')
  await send(
    text
      .replace('很多', '20')
      .replace(/^\ufeff/, '')
      .trim()
      .split(/\r?\n/),
  )
  await button(texts.preview.zh).click()
  await state(texts.previewed.zh).waitFor()
  await button(texts.confirm.zh).click()
  await state(texts.applied.zh).waitFor()
  expect(await storedProduct(place.world.table, productIdOfCode('N-2'))).toMatchObject({ minimum: 20 })
})

it('an import is taken back', async () => {
  await button(texts.undo.zh).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: endTexts.undo.zh }).click()
  await state(texts.undone.zh).waitFor()
  expect(await storedProduct(place.world.table, productIdOfCode('N-2'))).toMatchObject({ state: 'ended' })
  await expectAccessible(page, 'undone')
})

it('a list opens in a spreadsheet as it looked', async () => {
  await page.goto('/zh/staff/products/?text=yl')
  await page.getByRole('rowheader').first().waitFor()
  const shown = await page.getByRole('rowheader').getByRole('link').allTextContents()
  await button('导出 XLSX').click()
  const [heading, ...rows] = await readSheet(await bytesOf(await takeAlong(/下载 \d+ 行/)))
  expect(heading?.slice(0, 2)).toEqual(['商品编码', '名称'])
  expect(rows.map((row) => row[1])).toEqual(shown)
  expect(rows.every((row) => typeof row[heading?.indexOf('起订量') ?? 0] === 'number')).toBe(true)
})
