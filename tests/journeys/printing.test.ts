import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { productIdOfCode } from '#catalogue'
import type { OrderId } from '#shared/ids'
import { orderTexts } from '#shared/texts/orders'
import { someProducts } from '../support/builders.ts'
import { dealerAt } from './dealer-steps.ts'
import {
  anOrderOf,
  expectAccessible,
  goods,
  type Look,
  OWNER_MAIL,
  openPlace,
  openWindow,
  type Place,
  signInByMail,
} from './shop.ts'

/** A4 less its margins at 96 dots an inch. */
const PAPER = { width: 718, height: 1047 }
const screens = join(import.meta.dirname, '../../.screens')
let place: Place
let orderId: OrderId

beforeAll(async () => {
  mkdirSync(screens, { recursive: true })
  place = await openPlace()
  const codes = Array.from({ length: 29 }, (_, at) => ({ code: `LONG-${at + 1}` }))
  const productIds = await someProducts(place.world, codes)
  orderId = await anOrderOf(place, [productIdOfCode('YL-1'), ...productIds])
})
afterAll(() => place?.end())

async function openOnPaper(look: Look = {}): Promise<Page> {
  const page = await openWindow(place, { width: 1280, ...look })
  await signInByMail(page, OWNER_MAIL, `/en/orders/${orderId}/`)
  await dealerAt(page, 'en').named('button', orderTexts.print).waitFor()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(PAPER)
  return page
}

it.each([{ isDark: false }, { isDark: true }])(
  'paper shows the order alone (dark: $isDark)',
  async (look) => {
    const page = await openOnPaper(look)
    const { t } = dealerAt(page, 'en')
    if (look.isDark)
      await page.evaluate(() => {
        document.documentElement.dataset.theme = 'dark'
      })
    await page.screenshot({
      path: join(screens, `paper-order${look.isDark ? '-dark' : ''}.png`),
      fullPage: true,
    })
    await expectAccessible(page, 'paper')
    for (const role of ['navigation', 'button', 'link'] as const)
      expect(await page.getByRole(role).count(), role).toBe(0)
    const row = page.getByRole('row', { name: t(goods.yunling) })
    expect(await row.innerText()).toMatch(/¥100\.00.*3 × carton.*¥300\.00/s)
    expect(await page.getByRole('row', { name: t(orderTexts.total) }).innerText()).toContain('¥1,170.00')
    await page.context().close()
  },
)

it('a long order begins on its first sheet', async () => {
  const page = await openOnPaper()
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(2)
  await page.context().close()
})
