import type { Basket } from '#shared/drafts'
import type { OrderId, ProductId } from '#shared/ids'
import { isEmptyRow, type Row, type Rows, rowOf } from '../fill/fill-rows.ts'
import { mergeDrafts, type Touched } from './merge-drafts.ts'
import { contentFrom, emptySheet, productsOf, type SheetContent } from './quantities.ts'

/** What another device did to the draft. `ordered`: an order was placed or changed, and these rows left the draft with it;
 * `added` came in; `differing` have another quantity there than here; `isWritten`: number, note or address are others. */
export type Met = {
  isOrdered: boolean
  ordered: Rows
  added: readonly ProductId[]
  differing: ReadonlyArray<{ productId: ProductId; mine: string; theirs: string }>
  isWritten: boolean
}

type Here = {
  /** What both last agreed on. */
  agreed: SheetContent
  touched: ReadonlySet<Touched>
  /** The order that is changed; its sheet holds the whole order, so no other draft takes rows out of it. */
  orderId: OrderId | undefined
}

/** What the sheet holds after it met the server's draft, what both agree on now, and what there is to tell. */
export function meetDraft(
  mine: SheetContent,
  theirs: Basket,
  { agreed, touched, orderId }: Here,
): { content: SheetContent; agreed: SheetContent; met: Met | undefined } {
  const { typed, extras, written } = mine
  const own = { typed, extras, written }
  if (theirs.changes !== orderId || (orderId && theirs.isSpent))
    return { content: own, agreed, met: undefined }
  const server = theirs.isSpent ? emptySheet : contentFrom(theirs)
  const content = mergeDrafts(own, touched, server)
  const met = toTell(own, content, { server, agreed, touched, isOrdered: theirs.isSpent === true })
  return { content, agreed: server, met }
}

type Compared = {
  server: SheetContent
  agreed: SheetContent
  touched: ReadonlySet<Touched>
  isOrdered: boolean
}

function toTell(own: SheetContent, content: SheetContent, compared: Compared): Met | undefined {
  const { server, agreed, touched, isOrdered } = compared
  const left = productsIn(own).filter((id) => !isEmptyRow(rowOf(own, id)) && isEmptyRow(rowOf(content, id)))
  const ordered = new Map<ProductId, Row>(isOrdered ? left.map((id) => [id, rowOf(own, id)]) : [])
  const moved = productsIn(server).filter((id) => rowOf(server, id).text !== rowOf(agreed, id).text)
  const added = moved.filter((id) => !touched.has(id))
  const differing = moved
    .filter((id) => touched.has(id) && rowOf(server, id).text !== rowOf(own, id).text)
    .map((id) => ({ productId: id, mine: rowOf(own, id).text, theirs: rowOf(server, id).text }))
  const isWritten = !isOrdered && JSON.stringify(content.written) !== JSON.stringify(own.written)
  const isNothing = left.length + added.length + differing.length === 0 && !isOrdered && !isWritten
  return isNothing ? undefined : { isOrdered, ordered, added, differing, isWritten }
}

function productsIn({ typed, extras }: SheetContent): ProductId[] {
  return [...new Set([...productsOf(typed), ...productsOf(extras)])]
}
