import { useState } from 'react'
import type { AskApproval } from '#shared/approvals'
import type { CustomerId, OrderId } from '#shared/ids'
import type { Spending } from '#shared/spending'
import { read } from '../../api.ts'
import { useAnswer } from '../../components/use-answer.ts'

/** Whether the owner decides what is on the order page, and sending it there. `raise` is what it adds to what is placed. */
export function useApproval(customerId: CustomerId, raise: number, mayOrder: boolean) {
  const [failure, setFailure] = useState<unknown>()
  const { data } = useAnswer(mayOrder ? customerId : undefined, () =>
    read<Spending>(`/customers/${customerId}/spending`),
  )
  const isOver = data?.limit !== undefined && raise > data.limit.left
  const isNeeded = data?.approval === 'always' || (data?.approval === 'above-limit' && isOver)
  const ask = async (order: AskApproval, change: { orderId: OrderId; version: number } | undefined) => {
    setFailure(undefined)
    const { askOwner } = await import('./ask-owner.ts')
    const wish = change ? { ...order, change: { orderId: change.orderId, version: change.version } } : order
    await askOwner(customerId, wish).catch(setFailure)
  }
  const isTold = data?.limit !== undefined || data?.approval === 'always' || failure !== undefined
  return { spending: data, raise, isNeeded, isTold, failure, ask }
}

export type SheetApproval = ReturnType<typeof useApproval>
