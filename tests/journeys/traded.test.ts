import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { formatMoney } from '#shared/money'
import type { PriceBreak } from '#shared/price-rules'
import { problemSentence } from '#shared/problems'
import { orderEntryTexts } from '#shared/texts/order-entry'
import { orderMendTexts } from '#shared/texts/order-mend'
import { orderMinimumTexts } from '#shared/texts/order-minimum'
import { pageTexts } from '#shared/texts/pages'
import { peopleTexts } from '#shared/texts/people'
import { businessDateOf } from '#shared/time'
import { countInUnit } from '#shared/unit-chain'
import type { SeedCustomer, SeedProduct } from '../../infra/local/seed/demonstration-company.ts'
import { generateCompany } from '../../infra/local/seed/generate-company.ts'
import {
  DEMONSTRATION_MINIMUM,
  DEMONSTRATION_PASSWORD,
  loadCompany,
} from '../../infra/local/seed/load-company.ts'
import { agreedPrices, breaksOf } from '../../infra/local/seed/seed-prices.ts'
import { type Dealer, dealerAt } from './dealer-steps.ts'
import { expectAccessible, openPremises, openWindow, type Premises, signInByMail } from './shop.ts'

let premises: Premises
let page: Page
let dealer: Dealer
let distributor: SeedCustomer
let breaker: SeedProduct
let breaks: readonly PriceBreak[]

/** The demonstration of a traded company, with no past but its shown distributor's. */
beforeAll(async () => {
  premises = await openPremises()
  const { world, localTable } = premises.portal
  const today = businessDateOf(world.clock.now(), world.config.timeZone)
  const company = generateCompany({ preset: 'traded', seed: 2026, today })
  const { customerCode } = company.demonstration
  const pastOrders = company.pastOrders.filter((order) => order.customerCode === customerCode)
  await loadCompany(world, localTable, { ...company, pastOrders }, () => undefined)
  distributor = found(company.customers.find(({ code }) => code === customerCode))
  breaker = found(company.products.find(({ state, multiple }) => state === 'on-sale' && multiple === 12))
  const agreed = agreedPrices(company).find(({ code }) => code === breaker.code)
  breaks = agreed?.breaks ?? breaksOf(breaker, found(breaker.priceFen[distributor.priceClass]))
  page = await openWindow(premises)
  dealer = dealerAt(page, 'en')
})
afterAll(() => premises?.end())

function found<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('The demonstration lacks it')
  return thing
}

const money = (minor: number) => formatMoney(minor, 'CNY', 'en')
/** What one costs when so many are ordered. */
const price = (quantity = 1) => found(breaks.findLast(({ atLeast }) => atLeast <= quantity)).price
const credit = () => found(distributor.creditLimit) + found(distributor.balance)

it('an owner of two customers switches between them', async () => {
  const owner = found(distributor.members.find(({ role }) => role === 'owner'))
  await signInByMail(page, found(owner.mail), '/en/', DEMONSTRATION_PASSWORD)
  const strip = page.getByRole('main').locator('strong').first()
  await strip.filter({ hasText: distributor.name.en }).waitFor()
  const switchTo = (shops: Locator) =>
    shops.getByRole('button', { name: dealer.t(peopleTexts.switchTo) }).click()
  await dealer.goTo(pageTexts.me)
  await switchTo(page.getByRole('listitem').filter({ hasNotText: distributor.name.en }))
  await strip.filter({ hasNotText: distributor.name.en }).waitFor()
  await dealer.goTo(pageTexts.me)
  await switchTo(page.getByRole('listitem').filter({ hasText: distributor.name.en }))
  await strip.filter({ hasText: distributor.name.en }).waitFor()
})

it('a distributor sees its credit and its own prices', async () => {
  await dealer.goTo(pageTexts.order)
  await page.getByText(money(credit())).filter({ visible: true }).first().waitFor()
  await dealer.find(breaker.code)
  await page
    .getByText(`${money(price())}/piece`)
    .first()
    .waitFor()
  await expectAccessible(page, 'traded order page')
})

it('a quantity between two cases is refused with both', async () => {
  await page.keyboard.type('50')
  const facts = { minimum: 12, multiple: 12, nearest: [48, 60] }
  await page.getByText(problemSentence('orders.quantity_off_multiple', facts, 'en')).waitFor()
  expect(await dealer.named('button', orderEntryTexts.submit).count()).toBe(0)
  for (const quantity of [48, 60])
    await page
      .getByRole('button', { name: dealer.t(orderMendTexts.useInstead, { quantity }) })
      .click({ trial: true })
  await page.getByRole('button', { name: dealer.t(orderMendTexts.useInstead, { quantity: 60 }) }).click()
  expect(await dealer.quantityOf(breaker.name).inputValue()).toBe('60')
})

it('below the order minimum the shortfall is named', async () => {
  const least = DEMONSTRATION_MINIMUM
  await dealer.quantityOf(breaker.name).fill('12')
  const missing = { amount: money(least - 12 * price(12)) }
  await page.getByText(dealer.t(orderMinimumTexts.missing, missing)).waitFor()
  expect(await dealer.named('button', orderEntryTexts.submit).isDisabled()).toBe(true)
  await dealer.quantityOf(breaker.name).fill('60')
  await page.getByText(dealer.t(orderMinimumTexts.reached, { amount: money(least) })).waitFor()
  expect(await dealer.named('button', orderEntryTexts.submit).isDisabled()).toBe(false)
})

it('more than the credit allows is refused with numbers', async () => {
  const quantity = 12 * Math.ceil(credit() / price(Number.MAX_SAFE_INTEGER) / 12 + 1)
  const total = quantity * price(quantity)
  await dealer.quantityOf(breaker.name).fill(String(quantity))
  const facts = { total, available: credit(), over: total - credit(), currency: 'CNY' }
  await page
    .getByText(problemSentence('orders.over_available', facts, 'en'))
    .first()
    .waitFor()
  expect(await dealer.named('button', orderEntryTexts.submit).isDisabled()).toBe(true)
})

it('a distributor orders twice within one window', async () => {
  for (const cases of [5, 3]) {
    await dealer.quantityOf(breaker.name).fill(String(cases * 12))
    await dealer.submit()
    await page
      .getByText(money(cases * 12 * price(cases * 12)))
      .first()
      .waitFor()
    await dealer.goTo(pageTexts.order)
  }
  await page
    .getByText(money(credit() - 5 * 12 * price(5 * 12) - 3 * 12 * price(3 * 12)))
    .filter({ visible: true })
    .first()
    .waitFor()
  for (const cases of [5, 3]) {
    await dealer.openOrder(money(cases * 12 * price(cases * 12)))
    await page
      .getByRole('row', { name: breaker.name.en })
      .getByText(countInUnit(cases * 12, breaker.unit, 'en'))
      .waitFor()
  }
})
