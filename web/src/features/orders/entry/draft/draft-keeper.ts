import type { Basket, DraftLine, SaveBasket } from '#shared/drafts'
import type { CustomerId, OrderId, ProductId } from '#shared/ids'
import { MOST_LINES } from '#shared/order-rules'
import { MOST_QUANTITY } from '#shared/quantity-rules'
import { ApiProblem } from '../../../../api.ts'
import { type Rows, rowsWithMore, withRows } from '../fill/fill-rows.ts'
import { keepDraft } from './draft-on-device.ts'
import type { Met } from './meet-draft.ts'
import type { Touched } from './merge-drafts.ts'
import {
  emptySheet,
  type LineExtra,
  linesToSend,
  productsOf,
  type SheetContent,
  type Written,
  withExtra,
  withQuantity,
} from './quantities.ts'

const SAVE_AFTER_MILLISECONDS = 800
const TRY_AGAIN_MILLISECONDS = 10_000

/** `met`: what another device made of the draft meanwhile, until somebody has read it. */
export type DraftState = SheetContent & { saving: 'saved' | 'saving' | 'here' | 'signed-out'; met?: Met }

/** How the keeper reaches the server's draft. */
export type DraftGateway = {
  read: (customerId: CustomerId) => Promise<Basket>
  save: (basket: SaveBasket & Pick<Basket, 'customerId' | 'version'>) => Promise<Basket>
}

export type DraftStart = Partial<SheetContent> & {
  customerId: CustomerId
  orderId?: OrderId
  touched: readonly Touched[]
  version: number
  /** How often orders had gone past the draft when it was read. */
  draftsSpent?: number
}

/** Holds what is typed: on this device at once, on the server a moment later, merged when both changed. */
export class DraftKeeper {
  #state: DraftState
  #version: number
  #draftsSpent: number | undefined
  /** What this device and the server last agreed on. */
  #agreed: SheetContent
  #touched: Set<Touched>
  #underWay: Promise<void> | undefined
  #isHeld = false
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #listeners = new Set<() => void>()
  readonly #start: DraftStart
  readonly #gateway: DraftGateway

  constructor(start: DraftStart, gateway: DraftGateway) {
    this.#start = start
    this.#gateway = gateway
    this.#version = start.version
    this.#draftsSpent = start.draftsSpent
    this.#touched = new Set(start.touched)
    const { typed, extras, written } = { ...emptySheet, ...start }
    const saving = start.touched.length > 0 ? 'here' : 'saved'
    this.#agreed = { typed, extras, written }
    this.#state = { ...this.#agreed, saving }
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

  get draftsSpent(): number | undefined {
    return this.#draftsSpent
  }

  type = (productId: ProductId, text: string): void => {
    this.#put({ typed: withQuantity(this.#state.typed, productId, text) }, [productId])
  }

  /** Puts another quantity in place of the asked one and remembers that more was wanted. */
  settleFor = (productId: ProductId, quantity: number, wanted: number): void => {
    const typed = withQuantity(this.#state.typed, productId, quantity > 0 ? String(quantity) : '')
    const { note } = this.#state.extras[productId] ?? {}
    this.#put({ typed, extras: withExtra(this.#state.extras, productId, { note, wanted }) }, [productId])
  }

  /** Sets what stands beside a quantity. */
  annotate = (productId: ProductId, extra: LineExtra): void => {
    const next = { ...this.#state.extras[productId], ...extra }
    this.#put({ extras: withExtra(this.#state.extras, productId, next) }, [productId])
  }

  /** Sets what is written on the order as a whole. */
  write = (written: Written): void => this.#put({ written }, ['written'])

  /** Puts these rows in; all others stay as they are. */
  putRows(rows: Rows): void {
    this.#put(withRows(this.#state, rows), [...rows.keys()])
  }

  /** Puts a whole sheet in the place of this one. */
  replace(content: SheetContent): void {
    this.#put(content, [...this.#productsOf(content), 'written'])
  }

  /** Adds quantities to those that are there, and what is wanted beyond them. */
  add(lines: readonly DraftLine[]): void {
    this.putRows(rowsWithMore(this.#state, lines))
  }

  /** Saves what is unsaved now; the order page asks this when the network is back. */
  saveNow(): void {
    if (this.#touched.size > 0) void this.#send()
  }

  /** Takes in what another device kept or ordered; whoever comes back to the page, or was refused for it, asks this. */
  look = async (): Promise<void> => {
    await this.#underWay
    if (this.#isHeld) return
    await this.#alone(() => this.#meet().catch(() => false))
    this.saveNow()
  }

  /** What another device did was read. */
  dismiss = (): void => this.#tell({ met: undefined })

  /** Saves nothing while its order is on the way: a draft saved after the order would stand as the next one. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld
    if (!isHeld) this.saveNow()
  }

  /** Saves nothing more and waits for what is on its way: it would arrive behind the order and stand as the next draft. False
   * when another device's draft came in with it, which nobody here has seen. */
  async atRest(): Promise<boolean> {
    this.#isHeld = true
    const { typed, extras, written } = this.#state
    await this.#underWay
    const now = this.#state
    return typed === now.typed && extras === now.extras && written === now.written
  }

  /** The order is in: nothing of this draft is kept on. */
  forget(): void {
    clearTimeout(this.#timer)
    this.#touched.clear()
    keepDraft(this.#start.customerId, undefined)
  }

  #productsOf({ typed, extras }: Pick<SheetContent, 'typed' | 'extras'>): ProductId[] {
    return [this.#state.typed, this.#state.extras, typed, extras].flatMap(productsOf)
  }

  #put(content: Partial<SheetContent>, touched: readonly Touched[]): void {
    for (const one of touched) this.#touched.add(one)
    const { saving } = this.#state
    this.#tell({ ...content, saving: saving === 'signed-out' ? saving : 'saving' })
    this.#keepHere()
    this.#saveIn(SAVE_AFTER_MILLISECONDS)
  }

  #keepHere(): void {
    const { customerId, orderId } = this.#start
    const { typed, extras, written } = this.#state
    const draft = {
      ...{ typed, extras, written },
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

  #send(): Promise<void> {
    if (this.#isHeld) return Promise.resolve()
    return this.#alone(() => this.#sendNow())
  }

  /** One exchange with the server at a time: two would take each other's answers for another device's. */
  #alone(exchange: () => Promise<unknown>): Promise<void> {
    this.#underWay ??= exchange().then(() => {
      this.#underWay = undefined
    })
    return this.#underWay
  }

  async #sendNow(): Promise<void> {
    clearTimeout(this.#timer)
    const sent = this.#state
    try {
      const { customerId, orderId } = this.#start
      const content = { ...sent.written, lines: savedLines(sent), changes: orderId }
      const draft = { ...content, draftsSpent: this.#draftsSpent }
      const basket = await this.#gateway.save({ customerId, version: this.#version, ...draft })
      this.#version = basket.version
      this.#draftsSpent = basket.draftsSpent
      this.#settle(sent)
    } catch (error) {
      await this.#afterTrouble(error)
    }
  }

  #settle(sent: SheetContent): void {
    this.#agreed = sent
    const now = this.#state
    for (const one of this.#touched) {
      const isKept =
        one === 'written'
          ? sent.written === now.written
          : sent.typed[one] === now.typed[one] && sent.extras[one] === now.extras[one]
      if (isKept) this.#touched.delete(one)
    }
    this.#keepHere()
    if (this.#touched.size > 0) this.#saveIn(SAVE_AFTER_MILLISECONDS)
    else this.#tell({ saving: 'saved' })
  }

  async #afterTrouble(error: unknown): Promise<void> {
    const status = error instanceof ApiProblem ? error.status : 0
    if (status === 412 && (await this.#meet().catch(() => false))) return
    this.#tell({ saving: status === 401 ? 'signed-out' : 'here' })
    if (status === 0 || status === 429 || status >= 500) this.#saveIn(TRY_AGAIN_MILLISECONDS)
  }

  /** Looks whether another device kept the draft, or ordered it; false when nothing is new. */
  async #meet(): Promise<boolean> {
    const { customerId, orderId } = this.#start
    const theirs = await this.#gateway.read(customerId)
    const isNewer = theirs.version > this.#version || (theirs.draftsSpent ?? 0) > (this.#draftsSpent ?? 0)
    if (!isNewer) return false
    const { meetDraft } = await import('./meet-draft.ts')
    const { content, agreed, met } = meetDraft(this.#state, theirs, {
      agreed: this.#agreed,
      touched: this.#touched,
      orderId,
    })
    this.#version = theirs.version
    this.#draftsSpent = theirs.draftsSpent
    this.#agreed = agreed
    const isTouched = this.#touched.size > 0
    this.#tell({ ...content, saving: isTouched ? 'saving' : 'saved', met: met ?? this.#state.met })
    this.#keepHere()
    if (isTouched) this.#saveIn(0)
    return true
  }

  #tell(change: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}

/** The lines that the server's draft can hold: whole quantities, at most as many as an order may have. */
function savedLines(content: SheetContent) {
  return linesToSend(content)
    .filter(({ quantity }) => Number.isInteger(quantity) && quantity <= MOST_QUANTITY)
    .slice(0, MOST_LINES)
}
