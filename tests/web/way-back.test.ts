import { expect, test } from 'vitest'
import { wayBack } from '../../web/src/components/way-back.ts'
import { isOneOfSeveral } from '../../web/src/several-shops.ts'

test('what is not there leads back to its list', () => {
  const ways = ['/zh/staff/customers/cus_1/', '/en/orders/ord_1-27/', '/zh/staff/imports/imp_1/'].map(wayBack)
  expect(ways).toEqual([
    { href: '/zh/staff/customers/', isList: true },
    { href: '/en/orders/', isList: true },
    { href: '/zh/staff/imports/', isList: true },
  ])
})

test('a page without a list leads back home', () => {
  expect(['/en/approvals/apr_1/', '/zh/staff/people/', '/zh/', '/en'].map((path) => wayBack(path))).toEqual([
    { href: '/en/', isList: false },
    { href: '/zh/', isList: false },
    { href: '/zh/', isList: false },
    { href: '/en/', isList: false },
  ])
})

test('the frame names a shop that is one of several', () => {
  const shop = { customerId: 'cus_1', customerName: { zh: '店', en: 'Shop' }, role: 'owner' } as const
  expect(isOneOfSeveral({ memberships: [shop], isStaff: false })).toBe(false)
  expect(isOneOfSeveral({ memberships: [shop, shop], isStaff: false })).toBe(true)
  expect(isOneOfSeveral({ memberships: [shop], isStaff: true })).toBe(true)
})
