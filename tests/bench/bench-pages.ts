// What pages weigh, and what Lighthouse says of each dealer page on a phone.
import { join } from 'node:path'
import { anApprovalOf, anOrderOf, OWNER_MAIL, openPlace, signInByMail } from '../journeys/shop.ts'
import { openAuditor } from '../support/lighthouse.ts'
import { dealerPages, readingPages } from '../support/page-lists.ts'
import { scriptBytes } from '../support/site-bytes.ts'
import { atLeast, atMost, type Row } from './bench-table.ts'

const site = join(import.meta.dirname, '../../dist/site')

/** The rows of page weights; the site must be built. */
export async function benchPages(): Promise<Row[]> {
  const heaviest = (pages: readonly string[]) =>
    Math.max(
      ...pages.flatMap((page) => ['zh/', 'en/'].map((language) => scriptBytes(site, `${language}${page}`))),
    )
  return [
    ...dealerPages.map((page) =>
      atMost(`script of /${page}, KB gzip`, heaviest([page]) / 1000, 100, { floor: 'React 69' }),
    ),
    atMost('script of the heaviest reading page, KB gzip', heaviest(readingPages) / 1000, 10, { floor: '0' }),
  ]
}

/** The rows of Lighthouse. */
export async function benchLighthouse(): Promise<Row[]> {
  const place = await openPlace()
  const auditor = await openAuditor(place.portal.origin)
  try {
    const approvalId = await anApprovalOf(place)
    const orderId = await anOrderOf(place)
    const page = await auditor.context.newPage()
    await signInByMail(page, OWNER_MAIL)
    const rows: Row[] = []
    for (const address of [...dealerPages, ...readingPages]) {
      const path = address
        .replace('orders/view/', `orders/${orderId}/`)
        .replace('approvals/view/', `approvals/${approvalId}/`)
      const scores = await auditor.audit(`/zh/${path}`)
      rows.push(
        atLeast(`Lighthouse, mobile, /${address}: performance`, scores.performance, 95),
        atLeast(`Lighthouse, mobile, /${address}: accessibility`, scores.accessibility, 100),
        atLeast(`Lighthouse, mobile, /${address}: best practices`, scores['best-practices'], 100),
      )
      for (const audit of scores.failed) process.stderr.write(`/${address} ${audit}\n`)
    }
    return rows
  } finally {
    await auditor.end()
    await place.end()
  }
}
