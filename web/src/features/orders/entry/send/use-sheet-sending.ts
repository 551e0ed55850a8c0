import { useCallback, useEffect, useMemo } from 'react'
import type { PersonId } from '#shared/ids'
import { approvalButtonTexts } from '#shared/texts/approval-button'
import { newKey } from '../../../../api.ts'
import { useSay } from '../../../../components/language-context.ts'
import { useApproval } from '../../../approvals/use-approval.ts'
import { pageAfterPlacing } from '../../../desk/desk-return.ts'
import type { SheetStart } from '../draft/open-sheet.ts'
import { areSame, contentFrom, linesToSend } from '../draft/quantities.ts'
import type { useSheetDraft } from '../draft/use-sheet-draft.ts'
import type { SheetAssortment } from '../sheet-items.ts'
import type { LateParts } from '../use-late-parts.ts'
import { useRefusalWords } from './use-refusal-words.ts'
import { type Answered, useSubmission } from './use-submission.ts'

type Sheet = {
  assortment: SheetAssortment
  start: SheetStart
  personId: PersonId | undefined
  mayOrder: boolean
  late: LateParts | undefined
  onStale: () => void
}

/** Submitting the sheet: what stands against it, and what became of it. */
export function useSheetSending(
  sheet: Sheet,
  { keeper, draft, judgement, offers, isNextWindow }: ReturnType<typeof useSheetDraft>,
) {
  const { assortment, start, personId, mayOrder, late, onStale } = sheet
  const { cycle, customer } = assortment
  const { customerId } = customer
  const { t, language } = useSay()
  const { typed } = draft
  const { change } = start
  const onAnswered = useCallback(
    (answered: Answered) => {
      if ('approvalId' in answered) return location.assign(`/${language}/approvals/${answered.approvalId}/`)
      keeper.forget()
      location.assign(`/${language}/${pageAfterPlacing(customerId, answered.orderId)}`)
    },
    [keeper, language, customerId],
  )
  const sender = useMemo(() => ({ customerId, personId }), [customerId, personId])
  const { submission, submit, retry, takeBack } = useSubmission(sender, onAnswered)
  const { refused, step } = submission
  const words = useRefusalWords(late, judgement, refused, typed, offers)
  const isOvertaken = refused?.problem.code === 'orders.draft_spent'
  const currentVersion =
    refused?.problem.status === 412 && !isOvertaken ? Number(refused.problem.facts.current) : undefined
  useEffect(() => {
    if (!refused) return
    // Kept anew, so that the draft is younger than the order that overtook it.
    if (isOvertaken) void keeper.look()
    else if (refused.problem.status === 412) keeper.replace(keeper.snapshot())
    // Read again, it would lead to the sign-in page before anybody has read why.
    if (refused.problem.status !== 401) onStale()
  }, [refused, isOvertaken, keeper, onStale])
  const approval = useApproval(customerId, judgement.total - (change?.total ?? 0), mayOrder)
  const isLocked = !mayOrder || step !== 'idle'
  useEffect(() => keeper.hold(step !== 'idle'), [keeper, step])
  const isUnchanged = change !== undefined && areSame(draft, contentFrom(change))
  const isFree = judgement.lineCount > 0 && judgement.whole.length === 0 && judgement.byProduct.size === 0
  const maySubmit = !isLocked && isFree && !isUnchanged && cycle !== undefined && currentVersion === undefined
  const send = useCallback(() => {
    if (step === 'unanswered') return retry()
    if (!maySubmit || !cycle) return
    void submit(async () => {
      if (!(await keeper.atRest())) return undefined
      const body = { ...draft.written, lines: linesToSend(draft), seenTotal: judgement.total }
      const placed = { ...body, customerId, cycleId: cycle.cycleId, basketVersion: keeper.version }
      const of = change && { orderId: change.orderId, version: change.version }
      const key = newKey()
      if (approval.isNeeded) return { kind: 'ask', key, body: { ...placed, change: of } }
      if (of) return { kind: 'change', key, ...of, cycleId: cycle.cycleId, body }
      return { kind: 'place', key, body: { ...placed, draftsSpent: keeper.draftsSpent } }
    })
  }, [maySubmit, cycle, draft, judgement, change, customerId, keeper, submit, approval.isNeeded, step, retry])
  const moved = isNextWindow ? late?.submitToNext(assortment, language) : undefined
  return {
    submission,
    takeBack,
    words,
    currentVersion,
    isLocked,
    isUnchanged,
    maySubmit,
    send,
    submitLabel: approval.isNeeded ? t(approvalButtonTexts.submit) : moved,
    approval,
  }
}
