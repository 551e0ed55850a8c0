import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { productIdOfCode } from '#catalogue'
import type { ApprovalId, ImportId, OrderId } from '#shared/ids'
import {
  anApprovalOf,
  anImportOf,
  anOrderOf,
  aRequestOf,
  DESK_MAIL,
  expectAccessible,
  type Look,
  OWNER_MAIL,
  openPlace,
  openWindow,
  type Place,
  signInByMail,
  withCookiesOf,
} from './shop.ts'
import { tellOwner } from './told-steps.ts'

const screens = join(import.meta.dirname, '../../.screens')
const looks: Look[] = [
  { width: 360, language: 'zh' },
  { width: 360, language: 'en', isDark: true },
  { width: 1280, language: 'en' },
  { width: 1280, language: 'zh', isDark: true },
]
const everyone = ['sign-in', 'service', '404']
const dealer = [
  '',
  'messages',
  'order',
  'orders',
  'orders/ORDER',
  'approvals/APPROVAL',
  'me',
  'me/calendar',
  'me/change',
  'me/messages',
]
const staff = [
  '',
  'orders',
  'orders/ORDER',
  'staff/customers',
  'staff/customers/CUSTOMER',
  'staff/requests',
  'staff/products',
  'staff/products/PRODUCT',
  'staff/prices',
  'staff/imports',
  'staff/imports/IMPORT',
  'staff/messages',
  'staff/messages/?template=request-refused',
  'staff/messages/?show=sent&customerId=CUSTOMER',
  'staff/people',
  'staff/company',
  'staff/calendar',
  'staff/waiting',
  'staff/oddities',
  'staff/demand',
  'staff/desk',
  'order/?customer=CUSTOMER',
  'me',
]

let place: Place
let owner: Page
let desk: Page
let orderId: OrderId
let importId: ImportId
let approvalId: ApprovalId

beforeAll(async () => {
  mkdirSync(screens, { recursive: true })
  place = await openPlace()
  approvalId = await anApprovalOf(place)
  orderId = await anOrderOf(place)
  await aRequestOf(place)
  importId = await anImportOf(place)
  await tellOwner(place)
  owner = await openWindow(place)
  await signInByMail(owner, OWNER_MAIL)
  desk = await openWindow(place)
  await signInByMail(desk, DESK_MAIL)
})
afterAll(() => place?.end())

async function visit(from: Page, who: string, path: string, look: Look): Promise<void> {
  const page = await withCookiesOf(from, place, look)
  const address = path
    .replace('ORDER', orderId)
    .replace('APPROVAL', approvalId)
    .replace('CUSTOMER', place.customerId)
    .replace('IMPORT', importId)
    .replace('PRODUCT', productIdOfCode('YL-1'))
  const slash = address === '' || address.includes('?') ? '' : '/'
  await page.goto(`/${look.language}/${address}${slash}`)
  await page.waitForLoadState('networkidle')
  const label = `${who}-${path.replace(/\W+/g, '-') || 'home'}-${look.language}-${look.width}${look.isDark ? '-dark' : ''}${look.isLarge ? '-large' : ''}`
  await page.screenshot({ path: join(screens, `${label}.png`), fullPage: true })
  await expectAccessible(page, label)
  expect(await page.getByRole('heading', { level: 1 }).count(), `${label} has one title`).toBe(1)
  await page.context().close()
}

// Two at a time (maxConcurrency): while one page falls silent, another is looked at.
describe.concurrent.each(looks)('pages at $width px in $language', (look) => {
  it.each(everyone)('everyone finds /%s whole and accessible', async (path) => {
    await visit(await openWindow(place), 'everyone', path, look)
  })

  it.each(dealer)('a dealer finds /%s whole and accessible', async (path) => {
    await visit(owner, 'dealer', path, look)
  })

  it.each(staff)('staff find /%s whole and accessible', async (path) => {
    await visit(desk, 'staff', path, look)
  })
})

describe.concurrent.each<Look>([
  { width: 360, language: 'zh', isLarge: true },
  { width: 360, language: 'en', isLarge: true },
])('pages in large mode in $language', (look) => {
  it.each(dealer)('a dealer finds /%s whole and accessible', async (path) => {
    await visit(owner, 'dealer', path, look)
  })
})
