import type { Basket } from '#shared/drafts'
import type { SessionView } from '#shared/identity'
import type { CustomerId } from '#shared/ids'
import type { OrderDetails } from '#shared/orders'
import { NoAnswer } from '../../../../api.ts'
import { keep, readKept } from '../../../../kept.ts'

/** What a sheet was opened with the last time there was a network. */
export type Opened = { basket?: Basket; change?: OrderDetails }

export function keepOpened(customerId: CustomerId, opened: Opened): void {
  keep(`opened.${customerId}`, JSON.stringify(opened))
}

/** The server's draft as it was kept a moment ago, for when there is no network. */
export function keepBasket(basket: Basket): Basket {
  keepOpened(basket.customerId, { ...keptOpened(basket.customerId), basket })
  return basket
}

export function keptOpened(customerId: CustomerId): Opened | undefined {
  return parsed<Opened>(readKept(`opened.${customerId}`))
}

export function keepSession(session: SessionView): void {
  keep('session', JSON.stringify(session))
}

/** Who was signed in on this device last, when that cannot be asked just now. The server asks again at every write. */
export function keptSession(error: unknown): SessionView | undefined {
  return error instanceof NoAnswer ? parsed<SessionView>(readKept('session')) : undefined
}

// Only this module writes what it reads; what is unreadable is none.
function parsed<Kept>(text: string | undefined): Kept | undefined {
  try {
    const kept: Kept | undefined = text === undefined ? undefined : JSON.parse(text)
    return kept
  } catch {
    return undefined
  }
}
