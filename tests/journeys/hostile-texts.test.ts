import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { productIdOfCode } from '#catalogue'
import { placeOrder } from '#orders'
import type { OrderId } from '#shared/ids'
import { aCustomer, someProducts } from '../support/builders.ts'
import {
  DESK_MAIL,
  OWNER_MAIL,
  openPlace,
  openWindow,
  type Place,
  signInByMail,
  withCookiesOf,
} from './shop.ts'

const HOSTILE = `"><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}`
const tester = { kind: 'system', name: 'tests' } as const
const dealer = ['', 'order', 'orders', 'orders/ORDER', 'me', 'me/change', 'messages']
const staff = [
  '',
  'orders',
  'orders/ORDER',
  'staff/customers',
  'staff/customers/CUSTOMER',
  'staff/products',
  'staff/products/PRODUCT',
  'staff/prices',
  'staff/waiting',
  'order/?customer=CUSTOMER',
]

let place: Place
let owner: Page
let desk: Page
let orderId: OrderId

beforeAll(async () => {
  place = await openPlace()
  const { world, customerId, cycleId } = place
  const name = { zh: HOSTILE, en: HOSTILE }
  await aCustomer(world, '183', { name, creditLimit: 0, balance: 500_000, note: HOSTILE })
  await someProducts(world, [{ code: 'YL-1', name, price: 10_000, glyph: '<' }])
  const lines = [{ productId: productIdOfCode('YL-1'), quantity: 3, note: HOSTILE }]
  const asked = { customerId, cycleId, lines, note: HOSTILE, ownNumber: '<b>1</b>' }
  orderId = (await placeOrder(world, tester, asked, { key: 'hostile', fingerprint: 'hostile' })).order.orderId
  owner = await openWindow(place)
  await signInByMail(owner, OWNER_MAIL)
  desk = await openWindow(place)
  await signInByMail(desk, DESK_MAIL)
})
afterAll(() => place?.end())

/** What a page did that a text made it do. */
async function doneBy(from: Page, path: string): Promise<string[]> {
  const page = await withCookiesOf(from, place, { width: 360, language: 'en' })
  const done: string[] = []
  page.on('dialog', (dialog) => {
    done.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => void done.push(String(error)))
  page.on('console', (line) => {
    if (/Content Security Policy/.test(line.text())) done.push(line.text())
  })
  const address = path
    .replace('ORDER', orderId)
    .replace('CUSTOMER', place.customerId)
    .replace('PRODUCT', productIdOfCode('YL-1'))
  await page.goto(`/en/${address}${address === '' || address.includes('?') ? '' : '/'}`)
  await page.waitForLoadState('networkidle')
  const isMade = () =>
    document.querySelector('img[src="x"]') !== null ||
    [...document.scripts].some(({ textContent }) => textContent?.startsWith('alert'))
  if (await page.evaluate(isMade)) done.push('an element out of a text')
  await page.context().close()
  return done
}

describe('texts that would be code', () => {
  it.each(dealer)('a dealer reads them on /%s as texts', async (path) => {
    expect(await doneBy(owner, path)).toEqual([])
  })

  it.each(staff)('staff read them on /%s as texts', async (path) => {
    expect(await doneBy(desk, path)).toEqual([])
  })

  it('they are shown letter by letter', async () => {
    const page = await withCookiesOf(owner, place, { width: 360, language: 'en' })
    await page.goto(`/en/orders/${orderId}/`)
    await page.getByText(HOSTILE).first().waitFor()
    await page.context().close()
  })
})
