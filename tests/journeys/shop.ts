import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { productIdOfCode } from '#catalogue'
import { inviteMember, inviteStaff, membersOfCustomer } from '#identity'
import { placeOrder, saveBuyerSettings } from '#orders'
import type { World } from '#platform/world'
import { askForChange } from '#requests'
import type { ApprovalId, CustomerId, CycleId, ImportId, OrderId, ProductId } from '#shared/ids'
import type { Language } from '#shared/languages'
import { askApproval } from '../../functions/approvals/ask-approval.ts'
import { runDue } from '../../functions/entry/schedule.ts'
import { readHead } from '../../functions/imports/read-head.ts'
import { importFileKey, startImport } from '../../functions/imports/start-import.ts'
import { startPreview } from '../../functions/imports/start-phase.ts'
import { createPasswordUser } from '../../infra/local/sign-in/sign-in-users.ts'
import { openBrowser } from '../support/browser.ts'
import { aCompany, aCustomer, aCycle, aRelease, someProducts } from '../support/builders.ts'
import { openPortal, type TestPortal } from '../support/portal.ts'

export const OWNER_PHONE = '19900001111'
export const OWNER_MAIL = 'owner@shop.example'
export const BUYER_MAIL = 'buyer@shop.example'
export const DESK_MAIL = 'desk@company.example'
const PASSWORD = 'a long enough password'

export type Premises = { portal: TestPortal; browser: Browser; end(): Promise<void> }

export type Place = Premises & { world: World; customerId: CustomerId; cycleId: CycleId }

const tester = { kind: 'system', name: 'tests' } as const

/** What the shop can order, as `YL-1` and so on; the first costs 100.00, each next one 10.00 more. */
export const goods = {
  yunling: { zh: '云岭（硬红）', en: 'Yunling Hard Red' },
  jiangnan: { zh: '江南春（细支）', en: 'Jiangnan Spring Slim' },
  songfeng: { zh: '松风（软）', en: 'Songfeng Soft' },
  haichao: { zh: '海潮（中支）', en: 'Haichao Medium' },
  yinxing: { zh: '银杏（硬）', en: 'Yinxing Hard' },
  mochi: { zh: '墨池（硬）', en: 'Mochi Hard' },
  zhuxi: { zh: '竹溪（细支）', en: 'Zhuxi Slim' },
  ziyun: { zh: '紫云（硬）', en: 'Ziyun Hard' },
} as const

type Hours = Parameters<typeof openPortal>[0]

/** A portal with nothing in it, and a browser. */
export async function openPremises(hours?: Hours): Promise<Premises> {
  const [portal, browser] = await Promise.all([openPortal(hours), openBrowser()])
  return {
    portal,
    browser,
    end: async () => {
      await browser.close()
      await portal.end()
    },
  }
}

/** A portal with one shop of grade 18, eight products, an open window, an owner, and someone at the order desk. */
export async function openPlace(hours?: Hours): Promise<Place> {
  const premises = await openPremises(hours)
  const { world, localTable } = premises.portal
  await aCompany(world)
  const customerId = await aCustomer(world, '183', {
    name: { zh: '兴旺便利店', en: 'Xingwang Store' },
    creditLimit: 0,
    balance: 500_000,
  })
  const cycleId = await aCycle(world)
  const products = await someProducts(
    world,
    Object.values(goods).map((name, at) => ({
      code: `YL-${at + 1}`,
      name,
      price: 10_000 + at * 1000,
      glyph: name.zh.slice(0, 1),
    })),
  )
  const [, scarce] = products
  if (scarce)
    await aRelease(world, cycleId, {
      limits: [{ productId: scarce, grade: 18, quantity: 2 }],
      shopsOfGrade: new Map([[18, 748]]),
    })
  await invitePeople(world, customerId)
  for (const email of [OWNER_MAIL, DESK_MAIL])
    await createPasswordUser(localTable, { email, password: PASSWORD })
  return { ...premises, world, customerId, cycleId }
}

async function invitePeople(world: World, customerId: CustomerId): Promise<void> {
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
}

/** A buyer of the shop who signs in by mail, `BUYER_MAIL`. */
export async function aBuyerOf({ world, customerId, portal }: Place): Promise<void> {
  const asked = { customerId, name: '小李', mail: BUYER_MAIL, role: 'buyer', isQuiet: true } as const
  await inviteMember(world, tester, asked)
  await createPasswordUser(portal.localTable, { email: BUYER_MAIL, password: PASSWORD })
}

/** An order of the shop that stands already: three of each product, of the first alone 300.00. */
export async function anOrderOf(
  { world, customerId, cycleId }: Place,
  productIds: readonly ProductId[] = [productIdOfCode('YL-1')],
): Promise<OrderId> {
  const lines = productIds.map((productId) => ({ productId, quantity: 3 }))
  const once = { key: productIds.join(), fingerprint: productIds.join() }
  const { order } = await placeOrder(world, tester, { customerId, cycleId, lines }, once)
  return order.orderId
}

/** What a buyer of the shop prepared and the owner is asked to approve. */
export async function anApprovalOf({ world, customerId, cycleId }: Place): Promise<ApprovalId> {
  const asked = { customerId, name: '小李', phone: '+8619900002222', role: 'buyer', isQuiet: true } as const
  const { personId } = await inviteMember(world, tester, asked)
  await saveBuyerSettings(world, tester, { customerId, approval: 'always', limits: [], baseVersion: 0 })
  const buyer = { kind: 'member', personId, customerId, role: 'buyer', sessionKey: '' } as const
  const lines = [{ productId: productIdOfCode('YL-1'), quantity: 2 }]
  const once = { key: 'approval', fingerprint: 'approval' }
  const { approvalId } = await askApproval(world, buyer, { customerId, wish: { cycleId, lines } }, once)
  return approvalId
}

/** The owner asks for another address. */
export async function aRequestOf({ world, customerId }: Place): Promise<void> {
  const [owner] = await membersOfCustomer(world.table, customerId)
  if (!owner) throw new Error('No owner')
  const addresses = [{ text: '环城路 230 号', isMain: true }]
  const change = { kind: 'addresses', addresses } as const
  const { personId } = owner
  const once = { key: 'shop', fingerprint: 'shop' }
  await askForChange(world, tester, { customerId, personId, change }, once)
}

/** A file on its way in, looked at and not yet confirmed. */
export async function anImportOf({ world }: Place): Promise<ImportId> {
  const once = { key: 'file', fingerprint: 'file' }
  const begun = await startImport(world, tester, { kind: 'products', fileName: '商品.csv' }, once)
  const { importId } = begun.import
  await world.files.write(importFileKey(importId), 'code,name_zh\nYL-1,云岭（硬红）\n,缺编码\n', 'text/csv')
  await readHead(world, tester, importId)
  await startPreview(world, tester, importId)
  await runDue(world)
  return importId
}

export type Look = { width?: 360 | 1280; isDark?: boolean; isLarge?: boolean; language?: Language }

/** A fresh browser window. What goes wrong in the page makes the journey red. */
export async function openWindow(
  place: Premises,
  { width = 360, isDark = false, isLarge = false }: Look = {},
): Promise<Page> {
  const context = await place.browser.newContext({
    baseURL: place.portal.origin,
    viewport: { width, height: width === 360 ? 760 : 860 },
    colorScheme: isDark ? 'dark' : 'light',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: width === 360,
  })
  context.setDefaultTimeout(20_000)
  if (isLarge) await context.addInitScript(() => localStorage.setItem('dianlian.large', 'on'))
  const page = await context.newPage()
  page.on('pageerror', (error) => expect.fail(`The page threw: ${error.message}`))
  return page
}

/** Signs in by mail and password at the provider's own page, and lands on `path`. */
export async function signInByMail(
  page: Page,
  mail: string,
  path = '/zh/',
  password = PASSWORD,
): Promise<void> {
  await page.goto(`/api/sign-in?returnTo=${encodeURIComponent(path)}&language=zh`)
  await enterByMail(page, mail, password)
  await page.waitForURL((url) => url.pathname === path)
}

/** Enters mail and password where the provider asks who it is. */
export async function enterByMail(page: Page, mail: string, password = PASSWORD): Promise<void> {
  await page.click('a[href*="way=mail"]')
  await page.fill('input[name=email]', mail)
  await page.fill('input[name=password]', password)
  await page.press('input[name=password]', 'Enter')
}

/** The newest code that was sent to a phone number, from the mailbox. */
export async function newestCode(place: Premises, phone: string): Promise<string> {
  for (;;) {
    const answer = await fetch(`${place.portal.origin}/mailbox.json?to=${encodeURIComponent(phone)}`)
    const code = /\b\d{6}\b/.exec(await answer.text())?.[0]
    if (code) return code
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Asserts that axe finds nothing on the page, and that nothing runs out of it sideways. */
export async function expectAccessible(page: Page, label: string): Promise<void> {
  // Pages have no frames: one run in the page itself tells all, at half the time.
  const audit = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await audit.analyze()
  expect(violations.map(({ id, nodes }) => `${label}: ${id} ${nodes[0]?.html.slice(0, 120)}`)).toEqual([])
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, `${label} runs ${overflow} px out of the window`).toBeLessThanOrEqual(0)
}

/** The cookies of a signed-in person, to open further windows with. */
export async function withCookiesOf(page: Page, place: Premises, look: Look): Promise<Page> {
  const next = await openWindow(place, look)
  const context: BrowserContext = next.context()
  await context.addCookies(await page.context().cookies())
  return next
}

/** Keeps how a page looks, under `.screens`. */
export async function takePicture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(import.meta.dirname, '../../.screens', `${name}.png`), fullPage: true })
}
