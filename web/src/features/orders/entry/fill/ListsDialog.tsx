import { useState } from 'react'
import type { OrderList } from '#shared/drafts'
import { orderListTexts as texts } from '#shared/texts/order-lists'
import { newKey } from '../../../../api.ts'
import { useSay } from '../../../../components/language-context.ts'
import { wordsOf } from '../../../../components/problem-words.ts'
import { createOrderList, removeOrderList, saveOrderList } from '../../order-queries.ts'
import { linesToSend } from '../draft/quantities.ts'
import { SheetDialog } from '../SheetDialog.tsx'
import { useSheet } from '../sheet-context.ts'
import { rowsInstead } from './fill-instead.ts'
import { ListCard } from './ListCard.tsx'
import { RemovedLists } from './RemovedLists.tsx'

/** The lists of the shop: put into the order, kept from it, renamed, doubled, deleted. */
export function ListsDialog({ onClose }: { onClose: () => void }) {
  const { t, language } = useSay()
  const { assortment, keeper, notes, fill } = useSheet()
  const { customerId } = assortment.customer
  const [name, setName] = useState('')
  const [trouble, setTrouble] = useState<string>()
  const [isWorking, setWorking] = useState(false)
  const lines = linesToSend(keeper.snapshot())
    .filter(({ quantity }) => quantity > 0)
    .map(({ productId, quantity, note }) => ({ productId, quantity, ...(note && { note }) }))
  const change = async (work: () => Promise<unknown>) => {
    // A second tap while the first is on its way would keep a list twice.
    if (isWorking) return false
    setWorking(true)
    const failed = await work().then(
      () => undefined,
      (error: unknown) => wordsOf(error, language),
    )
    setWorking(false)
    setTrouble(failed)
    notes.readAgain()
    return failed === undefined
  }
  const keepAs = (called: string, of: OrderList['lines']) =>
    change(() => createOrderList(customerId, newKey(), { name: called, lines: of }))
  const put = (list: OrderList, isInstead: boolean) => {
    const filled = list.lines.filter(({ quantity }) => quantity > 0)
    if (isInstead) fill(rowsInstead(filled, keeper.snapshot()), { way: 'replaced' })
    else {
      keeper.add(filled)
      for (const { productId, note } of filled) if (note) keeper.annotate(productId, { note })
    }
    onClose()
  }
  return (
    <SheetDialog heading={t(texts.title)} onClose={onClose}>
      {trouble && (
        <p className="notice bad" role="alert">
          {trouble}
        </p>
      )}
      {lines.length > 0 && (
        <form
          className="list-keep"
          onSubmit={(event) => {
            event.preventDefault()
            void keepAs(name.trim(), lines).then((isKept) => isKept && setName(''))
          }}
        >
          <label className="field">
            <span>{t(texts.keepAs, { count: lines.length })}</span>
            <input
              className="text-box"
              required
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </label>
          <button type="submit" className="quiet" disabled={name.trim() === '' || isWorking}>
            {t(texts.keep)}
          </button>
        </form>
      )}
      {notes.lists.length === 0 && <p className="text-soft">{t(texts.none)}</p>}
      {notes.lists.map((list) => (
        <ListCard
          key={list.listId}
          list={list}
          others={notes.lists.filter(({ listId }) => listId !== list.listId)}
          onSave={(of, changed) =>
            change(() => saveOrderList(customerId, of.listId, of.version, { ...of, lines: changed }))
          }
          onPut={put}
          onKeep={() =>
            change(() => saveOrderList(customerId, list.listId, list.version, { ...list, lines }))
          }
          mayKeep={lines.length > 0}
          onRename={(called) =>
            change(() => saveOrderList(customerId, list.listId, list.version, { ...list, name: called }))
          }
          onDouble={() => keepAs(t(texts.copyOf, { name: list.name }).slice(0, 60), list.lines)}
          onRemove={() => change(() => removeOrderList(customerId, list))}
        />
      ))}
      <RemovedLists key={notes.lists.length} customerId={customerId} timeZone={assortment.company.timeZone} />
    </SheetDialog>
  )
}
