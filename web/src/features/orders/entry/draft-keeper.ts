import type { CustomerId, OrderId, ProductId } from '#shared/ids'
import { MOST_LINES, MOST_QUANTITY } from '#shared/order-rules'
import type { Basket } from '#shared/orders'
import { ApiProblem } from '../../../api.ts'
import { keepDraft } from './draft-on-device.ts'
import { mergeDrafts } from './merge-drafts.ts'
import { linesOf, productsOf, type Typed, typedFrom, withQuantity } from './quantities.ts'

const SAVE_AFTER_MILLISECONDS = 800
const TRY_AGAIN_MILLISECONDS = 10_000

export type DraftState = { typed: Typed; saving: 'saved' | 'saving' | 'here'; isMerged: boolean }

/** How the keeper reaches the server's draft. */
export type DraftGateway = {
  read: (customerId: CustomerId) => Promise<Basket>
  save: (basket: Pick<Basket, 'customerId' | 'version' | 'lines'>) => Promise<Basket>
}

export type DraftStart = {
  customerId: CustomerId
  orderId?: OrderId
  typed: Typed
  touched: readonly ProductId[]
  version: number
}

/** Holds what is typed: on this device at once, on the server a moment later, merged when both changed. */
export class DraftKeeper {
  #state: DraftState
  #version: number
  #touched: Set<ProductId>
  #isSending = false
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #listeners = new Set<() => void>()
  readonly #start: DraftStart
  readonly #gateway: DraftGateway

  constructor(start: DraftStart, gateway: DraftGateway) {
    this.#start = start
    this.#gateway = gateway
    this.#version = start.version
    this.#touched = new Set(start.touched)
    this.#state = { typed: start.typed, saving: start.touched.length > 0 ? 'here' : 'saved', isMerged: false }
    if (start.touched.length > 0) this.#saveIn(SAVE_AFTER_MILLISECONDS)
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  snapshot = (): DraftState => this.#state

  /** The version of the server's draft that this one stands on. */
  get version(): number {
    return this.#version
  }

  type = (productId: ProductId, text: string): void => {
    this.#put(withQuantity(this.#state.typed, productId, text), [productId])
  }

  /** Puts other quantities in the place of all. */
  fill(typed: Typed): void {
    this.#put(typed, [...productsOf(this.#state.typed), ...productsOf(typed)])
  }

  /** Saves what is unsaved now; the order page asks this when the network is back. */
  saveNow(): void {
    if (this.#touched.size > 0) void this.#send()
  }

  /** The order is in: nothing of this draft is kept on. */
  forget(): void {
    clearTimeout(this.#timer)
    this.#touched.clear()
    keepDraft(this.#start.customerId, undefined)
  }

  #put(typed: Typed, products: readonly ProductId[]): void {
    for (const productId of products) this.#touched.add(productId)
    this.#tell({ typed, saving: 'saving', isMerged: false })
    this.#keepHere()
    this.#saveIn(SAVE_AFTER_MILLISECONDS)
  }

  #keepHere(): void {
    const { customerId, orderId } = this.#start
    const draft = {
      typed: this.#state.typed,
      touched: [...this.#touched],
      orderId,
      at: new Date().toISOString(),
    }
    keepDraft(customerId, this.#touched.size > 0 ? draft : undefined)
  }

  #saveIn(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#send(), milliseconds)
  }

  async #send(): Promise<void> {
    if (this.#isSending) return
    this.#isSending = true
    clearTimeout(this.#timer)
    const sent = this.#state.typed
    try {
      const { customerId } = this.#start
      const basket = await this.#gateway.save({ customerId, version: this.#version, lines: savedLines(sent) })
      this.#version = basket.version
      this.#settle(sent)
    } catch (error) {
      await this.#afterTrouble(error)
    } finally {
      this.#isSending = false
    }
  }

  #settle(sent: Typed): void {
    for (const productId of this.#touched) {
      if (sent[productId] === this.#state.typed[productId]) this.#touched.delete(productId)
    }
    this.#keepHere()
    if (this.#touched.size > 0) this.#saveIn(SAVE_AFTER_MILLISECONDS)
    else this.#tell({ saving: 'saved' })
  }

  async #afterTrouble(error: unknown): Promise<void> {
    if (error instanceof ApiProblem && error.status === 412) {
      const theirs = await this.#gateway.read(this.#start.customerId).catch(() => undefined)
      if (theirs) {
        this.#version = theirs.version
        const typed = mergeDrafts(this.#state.typed, this.#touched, typedFrom(theirs.lines))
        this.#tell({ typed, isMerged: true, saving: 'saving' })
        return this.#saveIn(0)
      }
    }
    this.#tell({ saving: 'here' })
    if (!(error instanceof ApiProblem)) this.#saveIn(TRY_AGAIN_MILLISECONDS)
  }

  #tell(change: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}

/** The lines that the server's draft can hold: whole quantities, at most as many as an order may have. */
function savedLines(typed: Typed) {
  return linesOf(typed)
    .filter(({ quantity }) => quantity > 0 && quantity <= MOST_QUANTITY)
    .slice(0, MOST_LINES)
}
