import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Auditor, openAuditor } from '../support/lighthouse.ts'
import { dealerPages } from '../support/page-lists.ts'
import { anApprovalOf, anOrderOf, OWNER_MAIL, openPlace, type Place, signInByMail } from './shop.ts'

let place: Place
let auditor: Auditor
let orderId: string
let approvalId: string

beforeAll(async () => {
  place = await openPlace()
  approvalId = await anApprovalOf(place)
  orderId = await anOrderOf(place)
  auditor = await openAuditor(place.portal.origin)
  await signInByMail(await auditor.context.newPage(), OWNER_MAIL)
})
afterAll(async () => {
  await auditor?.end()
  await place?.end()
})

describe('Lighthouse on a phone', () => {
  it.each(dealerPages)('finds nothing to mend on the dealer page /%s', async (page) => {
    const path = page
      .replace('orders/view/', `orders/${orderId}/`)
      .replace('approvals/view/', `approvals/${approvalId}/`)
    const { performance, accessibility, failed } = await auditor.audit(`/zh/${path}`)
    console.log(`/${page} performance ${performance}`)
    expect(failed).toEqual([])
    expect(accessibility).toBe(100)
  })
})
