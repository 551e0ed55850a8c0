import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import type { PersonId, ProductId } from '#shared/ids'
import { orderEntryTexts as texts } from '#shared/texts/order-entry'
import { useSay } from '../../../components/language-context.ts'
import { useAfterTurn } from '../../calendar/use-time-left.ts'
import type { SheetStart } from './draft/open-sheet.ts'
import { contentFrom } from './draft/quantities.ts'
import { useSheetDraft } from './draft/use-sheet-draft.ts'
import { useFillings } from './fill/use-fillings.ts'
import { useScanner } from './fill/use-scanner.ts'
import { SheetRows } from './rows/SheetRows.tsx'
import { useFinder } from './rows/use-finder.ts'
import { useNextWrong } from './rows/use-next-wrong.ts'
import { useShopNotes } from './rows/use-shop-notes.ts'
import type { SheetDialogName } from './SheetDialogs.tsx'
import { SheetHead } from './SheetHead.tsx'
import { SheetTools } from './SheetTools.tsx'
import { useSheetSending } from './send/use-sheet-sending.ts'
import { SheetContext } from './sheet-context.ts'
import type { SheetAssortment } from './sheet-items.ts'
import { SheetSide } from './side/SheetSide.tsx'
import type { LateParts } from './use-late-parts.ts'

const SheetDialogs = lazy(async () => ({
  default: (await import('./SheetDialogs.tsx').catch(() => import('./late-parts.ts'))).SheetDialogs,
}))
const SheetHelp = lazy(async () => ({ default: (await import('./late-parts.ts')).SheetHelp }))

const ApprovalNotice = lazy(async () => ({
  default: (await import('../../approvals/ApprovalNotice.tsx')).ApprovalNotice,
}))

type OrderSheetProps = {
  assortment: SheetAssortment
  receivedAt: number
  start: SheetStart
  personId: PersonId | undefined
  mayOrder: boolean
  isOwner: boolean
  late: LateParts | undefined
  /** What is shown may be out of date: read the assortment again. */
  onStale: () => void
  /** Begin again on the order as it stands now. */
  onReopen: () => void
}

/** The order page once everything is there. */
export function OrderSheet(props: OrderSheetProps) {
  const { assortment, receivedAt, start, personId, mayOrder, late, onStale, onReopen } = props
  const { t, language } = useSay()
  const { change } = start
  const sheetDraft = useSheetDraft(assortment, receivedAt, start)
  const { offers, keeper, draft, window, judgement } = sheetDraft
  // A window may open with other limits than were read before.
  useAfterTurn(assortment.cycle?.isOpen ? undefined : window, onStale)
  const sending = useSheetSending({ assortment, start, personId, mayOrder, late, onStale }, sheetDraft)
  const { words, submission, currentVersion, isLocked, send, approval } = sending
  const notes = useShopNotes(assortment.customer.customerId, t(texts.favourites))
  const finder = useFinder(assortment.items, { typed: draft.typed, starred: notes.starred })
  const fillings = useFillings({ assortment, offers, keeper, notes, start, isLocked })
  const { filling, fill } = fillings
  const { reveal, tools } = finder
  const [open, setOpen] = useState<SheetDialogName>()
  const { onQuery, searchRef } = tools
  const closeDialog = useCallback(() => setOpen(undefined), [])
  const putBack = useCallback(
    (field: HTMLInputElement, text: string) => {
      if (field === searchRef.current) onQuery(text)
      else if (field.dataset.quantity !== undefined)
        keeper.type(`prd_${field.id.slice('q-prd_'.length)}`, text)
    },
    [keeper, onQuery, searchRef],
  )
  const { scanned, scan } = useScanner(assortment.items, keeper, isLocked, putBack)
  const wrong = useMemo(() => [...judgement.byProduct.keys()], [judgement])
  const missing = wrong.filter((productId) => !offers.has(productId))
  const goToNextWrong = useNextWrong(wrong, offers, reveal, late)
  const parts = useMemo(
    () => ({ assortment, offers, keeper, notes, isLocked, fill }),
    [assortment, offers, keeper, notes, isLocked, fill],
  )
  const nameOf = (productId: ProductId) => offers.get(productId)?.name[language] ?? productId
  return (
    <SheetContext value={parts}>
      <div className="sheet">
        {late && <late.SheetKeys search={searchRef} onSubmit={wrong.length > 0 ? goToNextWrong : send} />}
        <div className="sheet-main">
          <SheetHead
            {...{ assortment, change, mayOrder, late }}
            isOwner={props.isOwner}
            mayFill={!isLocked}
            isEmpty={judgement.lineCount === 0}
            whole={words.whole}
            onSuggest={fillings.suggest}
            onOpen={setOpen}
          />
          {late && (
            <late.SheetNotices
              {...{ draft, submission, words, missing }}
              gone={start.gone}
              nextWindow={sheetDraft.isNextWindow ? assortment : undefined}
              lineCount={judgement.lineCount}
              opening={judgement.phase === 'before' && window ? { assortment, window } : undefined}
              restored={
                start.isRestored && change && !sending.isUnchanged
                  ? () => keeper.replace(contentFrom(change))
                  : undefined
              }
              onLeaveOut={() => {
                for (const productId of missing) keeper.type(productId, '')
              }}
              changedTo={
                change && currentVersion !== undefined
                  ? {
                      version: currentVersion,
                      href: `/${language}/orders/${change.orderId}/`,
                      onGoOn: onReopen,
                    }
                  : undefined
              }
            />
          )}
          {approval.isTold && (
            <Suspense>
              <ApprovalNotice approval={approval} />
            </Suspense>
          )}
          <SheetTools {...tools} mayFill={!isLocked} onOpen={setOpen} />
          {(scanned || filling) && (
            <Suspense>
              <SheetHelp
                {...{ filling, scanned, nameOf }}
                typed={draft.typed}
                onTakenBack={fillings.forget}
              />
            </Suspense>
          )}
          <SheetRows
            {...{ assortment, isLocked }}
            items={finder.items}
            query={tools.query}
            wanted={finder.wanted}
            typed={draft.typed}
            extras={draft.extras}
            stock={notes.stock}
            starred={notes.starred}
            sources={fillings.sources}
            wrong={words.rows}
            onType={keeper.type}
            onSettle={keeper.settleFor}
            onShowAll={finder.clear}
          />
        </div>
        <SheetSide
          {...{ assortment, window, judgement, late }}
          wrongNames={wrong.map(nameOf)}
          wholeSentences={words.whole}
          saving={draft.saving}
          written={draft.written}
          step={submission.step}
          isChange={change !== undefined}
          maySubmit={sending.maySubmit}
          mayFill={!isLocked}
          submitLabel={sending.submitLabel}
          onDetails={() => setOpen('details')}
          onSubmit={send}
          onTakeBack={sending.takeBack}
          onNextWrong={goToNextWrong}
        />
        <Suspense>{open && <SheetDialogs open={open} onClose={closeDialog} onScan={scan} />}</Suspense>
      </div>
    </SheetContext>
  )
}
