// Typing among five thousand products: from the key to the frame that shows it, as the browser itself measures it.
import type { CDPSession, Page } from 'playwright-core'
import * as z from 'zod'
import { OWNER_MAIL, openPlace, openWindow, signInByMail } from '../journeys/shop.ts'
import { someProducts } from '../support/builders.ts'
import { atMost, type Row } from './bench-table.ts'

const PRODUCTS = 5000
const KEYS = 60
/** What people take for at once is some 100 ms; half of it leaves room for slower machines. */
const MOST_MILLISECONDS = 50

/** The rows of typing; the site must be built. */
export async function benchGrid(): Promise<Row[]> {
  const place = await openPlace()
  try {
    const range = Array.from({ length: PRODUCTS }, (_, at) => ({
      code: `K-${at}`,
      name: { zh: `品牌${at % 100}（第${at}款）`, en: `Brand ${at % 100} no ${at}` },
      price: 1000 + at,
    }))
    await someProducts(place.world, range)
    const page = await openWindow(place, { width: 1280 })
    await signInByMail(page, OWNER_MAIL)
    const session = await page.context().newCDPSession(page)
    await page.goto('/zh/order/')
    await page.locator('input[data-quantity]').first().focus()
    const press = (key: string) => page.keyboard.press(key)
    const typing = await keystrokes(page, session, (at) => press(at % 2 === 0 ? '1' : 'Enter'))
    await page.getByRole('searchbox').focus()
    const searching = await keystrokes(page, session, (at) => press(at % 4 === 3 ? 'Backspace' : '5'))
    return [...rowsOf('quantity typed', typing), ...rowsOf('letter searched', searching)]
  } finally {
    await place.end()
  }
}

function rowsOf(what: string, found: readonly number[]): Row[] {
  const sorted = found.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN
  const of = `${what} among 5,000 products, key to paint`
  return [
    atMost(`${of}: median`, at(0.5), MOST_MILLISECONDS, { unit: ' ms' }),
    atMost(`${of}: nine of ten`, at(0.9), 2 * MOST_MILLISECONDS, { unit: ' ms' }),
  ]
}

async function keystrokes(
  page: Page,
  session: CDPSession,
  press: (at: number) => Promise<void>,
): Promise<number[]> {
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
  return z.array(z.number()).parse(result.value)
}
