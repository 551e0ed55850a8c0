import type { Locator, Page } from 'playwright-core'
import type { Language, Text } from '#shared/languages'
import { orderEntryTexts } from '#shared/texts/order-entry'
import { orderTexts } from '#shared/texts/orders'
import { pageTexts } from '#shared/texts/pages'
import { signInTexts } from '#shared/texts/sign-in'
import { signInText } from '../../infra/local/sign-in/sign-in-texts.ts'
import { say } from '../../web/src/say.ts'
import { newestCode, type Premises } from './shop.ts'

type Named = Parameters<Page['getByRole']>[0]

/** What a dealer does with a page in a language, by the words that they read there. */
export function dealerAt(page: Page, language: Language) {
  const t = (text: Text, facts: Record<string, unknown> = {}) => say(text, language, facts)
  const named = (role: Named, text: Text) => page.getByRole(role, { name: t(text), exact: true })
  const visit = (path: string) => page.goto(`/${language}/${path}`)
  const quantityOf = (name: Text): Locator =>
    page.getByLabel(t(orderEntryTexts.quantityOf, { name: t(name) }), { exact: true })
  return {
    t,
    named,
    visit,
    quantityOf,
    /** Goes by the navigation that every page has. */
    goTo: async (place: Text) => named('link', place).click(),
    /** Types into the search field and goes on to the first product found. */
    find: async (query: string) => {
      await named('searchbox', orderEntryTexts.find).fill(query)
      await page.keyboard.press('Enter')
    },
    /** Presses a way to fill; on a phone they are folded away. */
    fillBy: async (way: Text) => {
      await page.locator('.sheet-head').waitFor()
      const fold = named('button', orderEntryTexts.ways)
      if ((await fold.isVisible()) && (await fold.getAttribute('aria-expanded')) === 'false')
        await fold.click()
      await named('button', way).click()
    },
    /** Sends the sheet and waits for the order's own page. */
    submit: async (button: Text = orderEntryTexts.submit) => {
      await named('button', button).click()
      await page.waitForURL(`**/${language}/orders/ord_*/`)
    },
    /** Opens the order of this total from the list of orders. */
    openOrder: async (total: string) => {
      await named('link', pageTexts.orders).click()
      await page.getByRole('heading', { level: 1, name: t(orderTexts.title) }).waitFor()
      await page.getByRole('listitem').filter({ hasText: total }).getByRole('link').click()
      await page.waitForURL(`**/${language}/orders/ord_*/`)
    },
    cancel: async () => {
      await named('button', orderTexts.cancel).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t(orderTexts.cancelNow) })
        .click()
      await page.getByText(t(orderTexts.cancelled), { exact: true }).first().waitFor()
    },
    signInByCode: async (premises: Premises, phone: string) => {
      const field = (key: 'phone' | 'code') => page.getByLabel(signInText(language, key))
      await visit('sign-in/')
      await named('link', signInTexts.button).click()
      await field('phone').fill(phone)
      await page.getByRole('button', { name: signInText(language, 'sendCode') }).click()
      await field('code').fill(await newestCode(premises, phone))
      await page.getByRole('button', { name: signInText(language, 'confirm') }).click()
      await page.waitForURL(`**/${language}/`)
    },
  }
}

export type Dealer = ReturnType<typeof dealerAt>
