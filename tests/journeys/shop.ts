import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { inviteMember, inviteStaff } from '#identity'
import type { World } from '#platform/world'
import type { CustomerId, CycleId } from '#shared/ids'
import { createPasswordUser } from '../../infra/local/sign-in/sign-in-users.ts'
import { openBrowser } from '../support/browser.ts'
import { aCompany, aCustomer, aCycle, aRelease, someProducts } from '../support/builders.ts'
import { openPortal, type TestPortal } from '../support/portal.ts'

export const OWNER_PHONE = '19900001111'
export const OWNER_MAIL = 'owner@shop.example'
export const DESK_MAIL = 'desk@company.example'
const PASSWORD = 'a long enough password'

export type Place = {
  portal: TestPortal
  browser: Browser
  world: World
  customerId: CustomerId
  cycleId: CycleId
  end(): Promise<void>
}

const tester = { kind: 'system', name: 'tests' } as const

/** A portal with one shop of grade 18, eight products, an open window, an owner, and someone at the order desk. */
export async function openPlace(): Promise<Place> {
  const [portal, browser] = await Promise.all([openPortal(), openBrowser()])
  const { world, localTable } = portal
  await aCompany(world)
  const customerId = await aCustomer(world, '183', {
    name: { zh: '兴旺便利店', en: 'Xingwang Store' },
    creditLimit: 0,
    balance: 500_000,
  })
  const cycleId = await aCycle(world)
  const names = [
    '云岭（硬红）',
    '江南春（细支）',
    '松风（软）',
    '海潮（中支）',
    '银杏（硬）',
    '墨池（硬）',
    '竹溪（细支）',
    '紫云（硬）',
  ]
  const products = await someProducts(
    world,
    names.map((zh, at) => ({
      code: `YL-${at + 1}`,
      name: { zh, en: `Product ${at + 1}` },
      price: 10_000 + at * 1000,
      glyph: zh.slice(0, 1),
    })),
  )
  const [, scarce] = products
  if (scarce)
    await aRelease(world, cycleId, {
      limits: [{ productId: scarce, grade: 18, quantity: 2 }],
      shopsOfGrade: new Map([[18, 748]]),
    })
  await inviteMember(world, tester, {
    customerId,
    name: '何修',
    phone: `+86${OWNER_PHONE}`,
    mail: OWNER_MAIL,
    role: 'owner',
    isQuiet: true,
  })
  await inviteStaff(world, tester, {
    name: '吕雨宁',
    mail: DESK_MAIL,
    grants: [
      { role: 'order-desk', unitPath: 'hq/53' },
      { role: 'administrator', unitPath: 'hq' },
    ],
    subtrees: [''],
    isQuiet: true,
  })
  for (const email of [OWNER_MAIL, DESK_MAIL])
    await createPasswordUser(localTable, { email, password: PASSWORD })
  return {
    portal,
    browser,
    world,
    customerId,
    cycleId,
    end: async () => {
      await browser.close()
      await portal.end()
    },
  }
}

export type Look = { width?: 360 | 1280; isDark?: boolean; language?: 'zh' | 'en' }

/** A fresh browser window. What goes wrong in the page makes the journey red. */
export async function openWindow(place: Place, { width = 360, isDark = false }: Look = {}): Promise<Page> {
  const context = await place.browser.newContext({
    baseURL: place.portal.origin,
    viewport: { width, height: width === 360 ? 760 : 860 },
    colorScheme: isDark ? 'dark' : 'light',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: width === 360,
  })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  page.on('pageerror', (error) => expect.fail(`The page threw: ${error.message}`))
  return page
}

/** Signs in by mail and password at the provider's own page, and lands on `path`. */
export async function signInByMail(page: Page, mail: string, path = '/zh/'): Promise<void> {
  await page.goto(`/api/sign-in?returnTo=${encodeURIComponent(path)}&language=zh`)
  await page.click('a[href*="way=mail"]')
  await page.fill('input[name=email]', mail)
  await page.fill('input[name=password]', PASSWORD)
  await page.press('input[name=password]', 'Enter')
  await page.waitForURL((url) => url.pathname === path)
}

/** The newest code that was sent to a phone number, from the mailbox. */
export async function newestCode(place: Place, phone: string): Promise<string> {
  for (;;) {
    const answer = await fetch(`${place.portal.origin}/mailbox.json?to=${encodeURIComponent(phone)}`)
    const code = /\b\d{6}\b/.exec(await answer.text())?.[0]
    if (code) return code
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Asserts that axe finds nothing on the page, and that nothing runs out of it sideways. */
export async function expectAccessible(page: Page, label: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${label}: ${id} ${nodes[0]?.html.slice(0, 120)}`)).toEqual([])
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, `${label} runs ${overflow} px out of the window`).toBeLessThanOrEqual(0)
}

/** The cookies of a signed-in person, to open further windows with. */
export async function withCookiesOf(page: Page, place: Place, look: Look): Promise<Page> {
  const next = await openWindow(place, look)
  const context: BrowserContext = next.context()
  await context.addCookies(await page.context().cookies())
  return next
}

/** The quantity field of a product by its Chinese name. */
export function quantityOf(page: Page, name: string) {
  return page.getByLabel(`${name} 数量`)
}
