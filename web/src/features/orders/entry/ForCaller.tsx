import { useEffect } from 'react'
import { pageTexts } from '#shared/texts/pages'
import { waitingForOwnerTexts as texts } from '#shared/texts/waiting-for-owner'
import { useSay } from '../../../components/language-context.ts'
import { OnBehalf } from '../../../components/OnBehalf.tsx'
import { useAnswer } from '../../../components/use-answer.ts'
import { readWaiting } from '../../approvals/approval-queries.ts'
import { WaitingForOwner } from '../../approvals/WaitingForOwner.tsx'
import type { SheetAssortment } from './sheet-items.ts'

type ForCallerProps = { assortment: SheetAssortment; mayOrder: boolean }

/** What staff see over the sheet of a shop: that they act for it, and what of its cycle waits for the owner already. With
 * a keyboard they begin in the find box. */
export function ForCaller({ assortment: { customer, cycle }, mayOrder }: ForCallerProps) {
  const { t } = useSay()
  const { customerId, name } = customer
  const cycleId = mayOrder ? cycle?.cycleId : undefined
  const waiting = useAnswer(cycleId && `${customerId} ${cycleId}`, async () =>
    cycleId ? readWaiting(customerId, cycleId) : undefined,
  )
  useEffect(focusFind, [])
  return (
    <>
      <OnBehalf name={name} />
      {waiting.data && <WaitingForOwner waiting={waiting.data} />}
      {waiting.error !== undefined && (
        <p className="notice" role="alert">
          {t(texts.unknown)}{' '}
          <button type="button" onClick={waiting.again}>
            {t(pageTexts.tryAgain)}
          </button>
        </p>
      )}
    </>
  )
}

/** On a phone the focus would bring its keyboard over the rows. */
function focusFind(): void {
  if (!matchMedia('(min-width: 900px) and (pointer: fine)').matches) return
  if (document.activeElement === document.body)
    document.querySelector<HTMLElement>('.sheet-find input')?.focus({ preventScroll: true })
}
