import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { approvalButtonTexts } from '#shared/texts/approval-button'
import { approvalTexts as texts } from '#shared/texts/approvals'
import { type Dealer, dealerAt } from './dealer-steps.ts'
import {
  aBuyerOf,
  BUYER_MAIL,
  expectAccessible,
  goods,
  OWNER_MAIL,
  openPlace,
  openWindow,
  type Place,
  signInByMail,
  takePicture,
} from './shop.ts'

let place: Place
let ownersPhone: Page
let buyersPhone: Page
let owner: Dealer
let buyer: Dealer

beforeAll(async () => {
  place = await openPlace()
  await aBuyerOf(place)
  ownersPhone = await openWindow(place)
  buyersPhone = await openWindow(place)
  owner = dealerAt(ownersPhone, 'zh')
  buyer = dealerAt(buyersPhone, 'zh')
  await signInByMail(ownersPhone, OWNER_MAIL)
  await signInByMail(buyersPhone, BUYER_MAIL)
})
afterAll(() => place?.end())

it('an owner gives a buyer a weekly limit', async () => {
  await owner.visit('me/')
  await ownersPhone.getByLabel('小李 的额度 · 人民币').fill('200')
  await expectAccessible(ownersPhone, 'limits of buyers')
  await ownersPhone.getByRole('button', { name: texts.save.zh, exact: true }).last().click()
  await ownersPhone.getByText(texts.saved.zh).waitFor()
  await takePicture(ownersPhone, 'journey-buyer-limits-zh-360')
})

it('above the limit, the buyer submits to the owner', async () => {
  await buyer.visit('order/')
  await buyersPhone.getByText('¥200.00').first().waitFor()
  await buyer.quantityOf(goods.yunling).fill('3')
  const submit = buyersPhone.getByRole('button', { name: approvalButtonTexts.submit.zh })
  await submit.waitFor()
  await takePicture(buyersPhone, 'journey-submit-for-approval-zh-360')
  await submit.click()
  await buyersPhone.waitForURL('**/approvals/apr_*/')
  await buyersPhone.getByText(texts.asked.zh, { exact: true }).waitFor()
  await expectAccessible(buyersPhone, 'an approval')
  await takePicture(buyersPhone, 'journey-approval-zh-360')
})

it('one tap on the owner’s home places the order', async () => {
  await owner.visit('')
  await ownersPhone.getByRole('heading', { name: texts.cardTitle.zh }).waitFor()
  await expectAccessible(ownersPhone, 'home with an approval')
  await takePicture(ownersPhone, 'journey-approval-home-zh-360')
  await ownersPhone.getByRole('button', { name: texts.approve.zh }).click()
  await ownersPhone.getByText('¥300.00').first().waitFor()
  await ownersPhone.getByRole('link', { name: texts.see.zh }).click()
  await ownersPhone.getByText('小李 准备').waitFor()
  await buyersPhone.reload()
  await buyersPhone.getByText(texts.approved.zh, { exact: true }).waitFor()
  expect(await buyersPhone.getByRole('link', { name: texts.see.zh }).count()).toBe(1)
})
