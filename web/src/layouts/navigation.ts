import type { Text } from '#shared/languages'
import { companyTexts } from '#shared/texts/company'
import { deskTexts } from '#shared/texts/desk'
import { pageTexts } from '#shared/texts/pages'
import { wordingTexts } from '#shared/texts/wording'
import type { FrameIconName } from '../components/frame-icons.ts'

export type Place = {
  name: FrameIconName
  text: Text
  to: string
  isForAdministrators?: boolean
  isForWide?: boolean
  isForRequests?: boolean
  isForImporters?: boolean
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
  { name: 'desk', text: deskTexts.title, to: 'staff/desk/', isForWide: true, isForRequests: true },
  { name: 'customers', text: pageTexts.customers, to: 'staff/customers/' },
  {
    name: 'requests',
    text: pageTexts.requests,
    to: 'staff/requests/',
    isForWide: true,
    isForRequests: true,
  },
  { name: 'calendar', text: pageTexts.calendar, to: 'staff/calendar/', isForWide: true },
  { name: 'products', text: pageTexts.products, to: 'staff/products/' },
  { name: 'prices', text: pageTexts.prices, to: 'staff/prices/', isForWide: true },
  { name: 'imports', text: pageTexts.imports, to: 'staff/imports/', isForWide: true, isForImporters: true },
  { name: 'messages', text: wordingTexts.title, to: 'staff/messages/', isForAdministrators: true },
  { name: 'people', text: pageTexts.people, to: 'staff/people/', isForAdministrators: true },
  { name: 'company', text: companyTexts.title, to: 'staff/company/', isForAdministrators: true },
  { name: 'me', text: pageTexts.me, to: 'me/' },
]
