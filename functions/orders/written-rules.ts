import type { DeliveryAddress } from '#shared/accounts'
import { bareId } from '#shared/ids'
import type { OrderLineInput } from '#shared/orders'
import type { Head } from './head-store.ts'
import type { Version } from './version-store.ts'

/** What a customer writes on an order, as it is asked for. */
export type Written = {
  ownNumber?: string
  note?: string
  addressId?: string
  lines: readonly OrderLineInput[]
}

type Address = Pick<DeliveryAddress, 'addressId' | 'text' | 'isMain'>

/** What a version keeps of it. An order that says no address goes where the version before went, else to the main one. */
export function writtenOn(
  { note, addressId, lines }: Written,
  addresses: readonly Address[],
  before?: Pick<Version, 'ad'>,
): Pick<Version, 'no' | 'ln' | 'ad'> {
  const notes = lines.flatMap((line) => (line.note ? [[bareId(line.productId), line.note] as const] : []))
  const address = addressOf(addressId, addresses, before)
  return {
    ...(note && { no: note }),
    ...(notes.length > 0 && { ln: Object.fromEntries(notes) }),
    ...(address && { ad: address }),
  }
}

/** What the head keeps of it. */
export function ownNumberOn({ ownNumber }: Written): Pick<Head, 'own'> {
  return ownNumber ? { own: ownNumber } : {}
}

/** True when an address is named that the customer does not have and the order did not have either. */
export function isAddressUnknown(
  addressId: string | undefined,
  addresses: readonly Address[],
  before?: Pick<Version, 'ad'>,
): boolean {
  return addressId !== undefined && addressOf(addressId, addresses, before) === undefined
}

function addressOf(
  addressId: string | undefined,
  addresses: readonly Address[],
  before?: Pick<Version, 'ad'>,
): [string, string] | undefined {
  if (before?.ad && (addressId === undefined || addressId === before.ad[0])) return before.ad
  const found = addresses.find((address) =>
    addressId === undefined ? address.isMain : address.addressId === addressId,
  )
  return found && [found.addressId, found.text]
}
