import { lazy, Suspense, useCallback } from 'react'
import { approvalButtonTexts } from '#shared/texts/approval-button'
import { useSay } from '../../../components/language-context.ts'
import type { SheetStart } from './open-sheet.ts'
import { linesOfLastTime, orderAgain } from './order-again.ts'
import { typedFrom } from './quantities.ts'
import { SheetHead } from './SheetHead.tsx'
import { LEAVE_OUT_ID, SheetNotices } from './SheetNotices.tsx'
import { SheetRows } from './SheetRows.tsx'
import { SheetSide } from './SheetSide.tsx'
import { SheetTools } from './SheetTools.tsx'
import type { SheetAssortment } from './sheet-items.ts'
import { useFinder } from './use-finder.ts'
import { useSheetDraft } from './use-sheet-draft.ts'
import { useSheetKeys } from './use-sheet-keys.ts'
import { useSheetSending } from './use-sheet-sending.ts'

const ApprovalNotice = lazy(async () => ({
  default: (await import('../../approvals/ApprovalNotice.tsx')).ApprovalNotice,
}))

type OrderSheetProps = {
  assortment: SheetAssortment
  receivedAt: number
  start: SheetStart
  mayOrder: boolean
  /** What is shown may be out of date: read the assortment again. */
  onStale: () => void
  /** Begin again on the order as it stands now. */
  onReopen: () => void
}

/** The order page once everything is there. */
export function OrderSheet({ assortment, receivedAt, start, mayOrder, onStale, onReopen }: OrderSheetProps) {
  const { t, language } = useSay()
  const { change } = start
  const sheetDraft = useSheetDraft(assortment, receivedAt, start)
  const { offers, keeper, draft, window, judgement, repeated } = sheetDraft
  const sending = useSheetSending({ assortment, start, mayOrder, onStale }, sheetDraft)
  const { words, submission, currentVersion, isLocked, send, approval } = sending
  const finder = useFinder(assortment.items, draft.typed)
  const { reveal } = finder
  const goToNextWrong = useCallback(() => {
    const wrong = [...judgement.byProduct.keys()].filter((productId) => offers.has(productId))
    const here = wrong.findIndex((productId) => document.activeElement?.id === `q-${productId}`)
    const next = wrong[(here + 1) % wrong.length]
    if (next) reveal(next)
    else document.getElementById(LEAVE_OUT_ID)?.focus()
  }, [judgement, offers, reveal])
  useSheetKeys(finder.searchRef, judgement.byProduct.size > 0 ? goToNextWrong : send)
  const missing = [...judgement.byProduct.keys()].filter((productId) => !offers.has(productId))
  return (
    <div className="sheet">
      <div className="sheet-main">
        <SheetHead
          assortment={assortment}
          window={window}
          change={change}
          mayFill={!isLocked}
          mayOrder={mayOrder}
          isEmpty={judgement.lineCount === 0}
          whole={words.whole}
          onAsLast={() => keeper.fill(orderAgain(linesOfLastTime(assortment.items), offers).typed)}
          onClear={() => keeper.fill({})}
        />
        <SheetNotices
          draft={draft}
          submission={submission}
          words={words}
          lineCount={judgement.lineCount}
          restored={
            start.isRestored && change && !sending.isUnchanged
              ? () => keeper.fill(typedFrom(change.lines))
              : undefined
          }
          repeated={repeated}
          missing={missing}
          onLeaveOut={() => {
            for (const productId of missing) keeper.type(productId, '')
          }}
          changedTo={
            change && currentVersion !== undefined
              ? { version: currentVersion, href: `/${language}/orders/${change.orderId}/`, onGoOn: onReopen }
              : undefined
          }
          onRetry={sending.retry}
        />
        {approval.isTold && (
          <Suspense>
            <ApprovalNotice approval={approval} />
          </Suspense>
        )}
        <SheetTools {...finder.tools} />
        <SheetRows
          assortment={assortment}
          items={finder.items}
          query={finder.tools.query}
          typed={draft.typed}
          wrong={words.rows}
          isLocked={isLocked}
          onType={keeper.type}
          onShowAll={finder.clear}
        />
      </div>
      <SheetSide
        assortment={assortment}
        window={window}
        judgement={judgement}
        wrongNames={[...judgement.byProduct.keys()].map(
          (productId) => offers.get(productId)?.name[language] ?? productId,
        )}
        wholeSentences={words.whole}
        saving={draft.saving}
        step={submission.step}
        isChange={change !== undefined}
        maySubmit={sending.maySubmit}
        submitLabel={approval.isNeeded ? t(approvalButtonTexts.submit) : undefined}
        onSubmit={send}
        onNextWrong={goToNextWrong}
      />
    </div>
  )
}
