import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { OWNER_MAIL, openPlace, openWindow, type Place, signInByMail } from '../journeys/shop.ts'
import { someProducts } from '../support/builders.ts'

const PRODUCTS = 5000
const KEYS = 40

let place: Place
let page: Page

beforeAll(async () => {
  place = await openPlace()
  const range = Array.from({ length: PRODUCTS }, (_, at) => ({
    code: `K-${at}`,
    name: { zh: `品牌${at % 100}（第${at}款）`, en: `Brand ${at % 100} no ${at}` },
    price: 1000 + at,
  }))
  await someProducts(place.world, range)
  page = await openWindow(place, { width: 1280 })
  await signInByMail(page, OWNER_MAIL)
})
afterAll(() => place?.end())

/** What a keystroke costs from the event to the frame that shows it, as the browser itself measures it. */
async function keystrokes(session: CDPSession, press: (at: number) => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const seen: number[] = []
    Object.assign(globalThis, { seen })
    addEventListener(
      'keydown',
      () => {
        const start = performance.now()
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => seen.push(performance.now() - start)
          channel.port2.postMessage(undefined)
        })
      },
      { capture: true },
    )
  })
  for (let at = 0; at < KEYS; at++) await press(at)
  await page.waitForFunction((keys) => Reflect.get(globalThis, 'seen').length >= keys, KEYS)
  const { result } = await session.send('Runtime.evaluate', { expression: 'seen', returnByValue: true })
  return result.value
}

it('a keystroke among five thousand products is painted at once', async () => {
  const session = await page.context().newCDPSession(page)
  await page.goto('/zh/order/')
  await page.locator('input[data-quantity]').first().waitFor()
  await page.locator('input[data-quantity]').first().focus()
  const typing = await keystrokes(session, (at) => page.keyboard.press(at % 2 === 0 ? '1' : 'Enter'))
  await page.getByRole('searchbox').focus()
  const searching = await keystrokes(session, (at) => page.keyboard.press(at % 4 === 3 ? 'Backspace' : '5'))
  for (const [what, found] of Object.entries({ typing, searching })) {
    const sorted = found.toSorted((one, other) => one - other)
    const [median = 0, most = 0] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)]
    console.log(`${what} among ${PRODUCTS}: median ${median.toFixed(1)} ms, most ${most.toFixed(1)} ms`)
  }
  expect(typing).toHaveLength(KEYS)
  expect(searching).toHaveLength(KEYS)
})
