import type { Text } from '#shared/languages'
import type { Deed } from '#shared/rights'
import { companyTexts } from '#shared/texts/company'
import { deskTexts } from '#shared/texts/desk'
import { pageTexts } from '#shared/texts/pages'
import { wordingTexts } from '#shared/texts/wording'
import type { FrameIconName } from '../components/frame-icons.ts'

export type Place = {
  name: FrameIconName
  text: Text
  to: string
  /** Who may do this sees it; all do without one. */
  isFor?: Deed
  isForWide?: boolean
}

/** Where a dealer may go; the order of the bottom bar. */
export const dealerPlaces: readonly Place[] = [
  { name: 'home', text: pageTexts.home, to: '' },
  { name: 'order', text: pageTexts.order, to: 'order/' },
  { name: 'orders', text: pageTexts.orders, to: 'orders/' },
  { name: 'service', text: pageTexts.service, to: 'service/' },
  { name: 'me', text: pageTexts.me, to: 'me/' },
]

/** Where staff may go. */
export const staffPlaces: readonly Place[] = [
  { name: 'home', text: pageTexts.home, to: '' },
  { name: 'orders', text: pageTexts.orders, to: 'orders/' },
  { name: 'desk', text: deskTexts.title, to: 'staff/desk/', isFor: 'order', isForWide: true },
  { name: 'customers', text: pageTexts.customers, to: 'staff/customers/' },
  {
    name: 'requests',
    text: pageTexts.requests,
    to: 'staff/requests/',
    isFor: 'seeRequests',
    isForWide: true,
  },
  { name: 'calendar', text: pageTexts.calendar, to: 'staff/calendar/', isForWide: true },
  { name: 'products', text: pageTexts.products, to: 'staff/products/' },
  { name: 'prices', text: pageTexts.prices, to: 'staff/prices/', isForWide: true },
  { name: 'imports', text: pageTexts.imports, to: 'staff/imports/', isFor: 'importFiles', isForWide: true },
  {
    name: 'messages',
    text: wordingTexts.title,
    to: 'staff/messages/',
    isFor: 'wordMessages',
    isForWide: true,
  },
  { name: 'people', text: pageTexts.people, to: 'staff/people/', isFor: 'keepStaff', isForWide: true },
  { name: 'company', text: companyTexts.title, to: 'staff/company/', isFor: 'seeCompany', isForWide: true },
  { name: 'me', text: pageTexts.me, to: 'me/' },
]
