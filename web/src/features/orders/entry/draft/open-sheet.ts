import type { Basket } from '#shared/drafts'
import type { ApprovalId, CustomerId, OrderId } from '#shared/ids'
import type { OrderDetails } from '#shared/orders'
import { NoAnswer } from '../../../../api.ts'
import { readBasket, readOrder } from '../../order-queries.ts'
import type { ToRepeat } from '../fill/to-repeat.ts'
import type { SheetAssortment } from '../sheet-items.ts'
import type { DraftStart } from './draft-keeper.ts'
import { type DraftOnDevice, keptDraft } from './draft-on-device.ts'
import { keepOpened, keptOpened, type Opened } from './kept-sheet.ts'
import { mergeDrafts } from './merge-drafts.ts'
import { areSame, contentFrom, emptySheet } from './quantities.ts'

/** What the order page begins with. `change` is the order it changes; `again` the one it repeats, or what a buyer asked
 * for; `gone` names products of the draft that are on sale no more. */
export type SheetStart = {
  draft: DraftStart
  change?: OrderDetails
  again?: ToRepeat
  isRestored: boolean
  gone?: Basket['gone']
}

export type SheetAsked = {
  customerId: CustomerId
  changeId?: OrderId
  againId?: OrderId | ApprovalId
  mayOrder: boolean
}

/** Reads draft and standing order, and decides what stands in the fields at first. */
export async function openSheet(asked: SheetAsked, assortment: SheetAssortment): Promise<SheetStart> {
  const { customerId, againId, mayOrder } = asked
  const standing = assortment.company.oneOrderACycle ? assortment.currentOrder?.orderId : undefined
  const changeId = asked.changeId ?? asOrderId(standing)
  const [opened, again] = await Promise.all([
    readOpened({ customerId, changeId, mayOrder }),
    againId && linesToRepeat(customerId, againId),
  ])
  const found = { ...opened, device: keptDraft(customerId) }
  return { ...startingDraft(customerId, found), again: again || undefined }
}

/** Draft and orders as the server has them, else as this device saw them last. */
async function readOpened({ customerId, changeId, mayOrder }: Omit<SheetAsked, 'againId'>): Promise<Opened> {
  try {
    const [basket, change] = await Promise.all([
      mayOrder ? readBasket(customerId) : undefined,
      changeId && readOrder(changeId),
    ])
    const opened = { basket, change: change || undefined }
    keepOpened(customerId, opened)
    return opened
  } catch (error) {
    const kept = keptOpened(customerId)
    if (error instanceof NoAnswer && kept && kept.change?.orderId === changeId) return kept
    throw error
  }
}

type Found = Opened & { device?: DraftOnDevice }

/** The draft to begin with: what this device kept goes over the server's draft, and that over the standing order. */
export function startingDraft(customerId: CustomerId, { basket, change, device }: Found): SheetStart {
  const standing = change ? contentFrom(change) : emptySheet
  const base = basket && isForSheet(basket, change) ? contentFrom(basket) : standing
  const mine = device && device.orderId === change?.orderId ? device : undefined
  const content = mine ? mergeDrafts(mine, new Set(mine.touched), base) : base
  return {
    draft: {
      customerId,
      orderId: change?.orderId,
      ...content,
      touched: mine?.touched ?? [],
      version: basket?.version ?? 0,
      draftsSpent: basket?.draftsSpent,
    },
    change,
    gone: basket?.gone,
    isRestored: change !== undefined && !areSame(content, standing),
  }
}

/** Something was kept that no order has spent, and it is no change of another order. */
function isForSheet({ version, isSpent, changes }: Basket, change: OrderDetails | undefined): boolean {
  return version > 0 && !isSpent && (changes === undefined || changes === change?.orderId)
}

async function linesToRepeat(customerId: CustomerId, againId: OrderId | ApprovalId): Promise<ToRepeat> {
  const { toRepeat } = await import('../fill/to-repeat.ts')
  return toRepeat(customerId, againId)
}

function asOrderId(text: string | undefined): OrderId | undefined {
  return text?.startsWith('ord_') ? `ord_${text.slice(4)}` : undefined
}
