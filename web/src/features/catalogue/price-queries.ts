import type { OrderMinimum, StoredOrderMinimum } from '#shared/company'
import type { CustomerId } from '#shared/ids'
import type { Page } from '#shared/paging'
import type {
  Agreement,
  AgreementRow,
  Price,
  PriceList,
  PriceRowField,
  PublicationChanges,
  PublicationView,
  RemovedPrice,
} from '#shared/prices'
import type { BusinessDate } from '#shared/time'
import { query, read, write } from '../../api.ts'

export const priceListsQuery = {
  queryKey: ['price-lists'],
  queryFn: () => read<{ items: PriceList[] }>('/price-lists'),
}

export const orderMinimumQuery = {
  queryKey: ['order-minimum'],
  queryFn: () => read<StoredOrderMinimum>('/order-minimum'),
}

export function saveOrderMinimum(body: OrderMinimum, version: number): Promise<StoredOrderMinimum> {
  return write('PUT', '/order-minimum', { body, version })
}

/** The filters of the list of prices, as the page's address keeps them. */
export const priceFilters = ['list', 'text', 'asOf'] as const
export type PriceFilters = Readonly<Record<(typeof priceFilters)[number], string>>

export function readPrices({ list, text, asOf }: PriceFilters, cursor?: string): Promise<Page<Price>> {
  return read(`/price-lists/${list}/prices${query({ text, asOf, cursor, limit: 50 })}`)
}

export function readRemovedPrices(list: string, cursor?: string): Promise<Page<RemovedPrice>> {
  return read(`/price-lists/${list}/prices/removed${query({ cursor })}`)
}

export function saveList(list: string, body: Pick<PriceList, 'name' | 'level'>): Promise<PriceList> {
  return write('PUT', `/price-lists/${list}`, { body, version: 0 })
}

/** Puts a row in; `version` is that of the row it replaces. */
export function savePrice(
  list: string,
  product: string,
  body: PriceRowField,
  version: number,
): Promise<Price> {
  return write('PUT', `/price-lists/${list}/prices/${encodeURIComponent(product)}`, { body, version })
}

/** Ends a row on a day, from the version that was seen. */
export function endPrice(price: Price, until: BusinessDate): Promise<Price> {
  const { list, productId, from, breaks, minimum, multiple, version } = price
  return savePrice(list, productId, { from, until, breaks, minimum, multiple }, version)
}

/** Names a row within its list, in addresses too. */
export function keyOfPrice({ productId, from }: Pick<Price, 'productId' | 'from'>): string {
  return `${productId}.${from ?? 'ever'}`
}

export function removePrice({ list, productId, from, version }: Price): Promise<void> {
  return write('DELETE', `/price-lists/${list}/prices/${productId}${query({ from })}`, { version })
}

export const changesQuery = {
  queryKey: ['price-lists', 'changes'],
  queryFn: () => read<PublicationChanges>('/price-lists/changes'),
}

/** What a publication of earlier changed. */
export function pastPublicationQuery(version: number) {
  return {
    queryKey: ['publications', version],
    queryFn: () => read<PublicationView>(`/publications/${version}/changes`),
    staleTime: Number.POSITIVE_INFINITY,
  }
}

/** Publishes exactly what was looked at; refused when it has changed since. */
export function publish({ preview, version }: PublicationChanges): Promise<{ version: number }> {
  return write('POST', '/price-lists/publication', { body: { preview }, version })
}

export function agreementQuery(customerId: CustomerId) {
  return {
    queryKey: ['agreement', customerId],
    queryFn: () => read<Agreement>(`/customers/${customerId}/agreement`),
  }
}

/** Saves an agreement whole, made from the version that was read. */
export function saveAgreement(
  { version }: Agreement,
  customerId: CustomerId,
  rows: readonly AgreementRow[],
): Promise<Agreement> {
  return write('PUT', `/customers/${customerId}/agreement`, { body: { rows }, version })
}
