import type { CustomerId } from '#shared/ids'
import type { Spending } from '#shared/spending'
import { read } from '../../api.ts'
import { useAnswer } from '../../components/use-answer.ts'

/** Whether the owner decides what is on the order page. `raise` is what it adds to what is placed. */
export function useApproval(customerId: CustomerId, raise: number, mayOrder: boolean) {
  const { data } = useAnswer(mayOrder ? customerId : undefined, () =>
    read<Spending>(`/customers/${customerId}/spending`),
  )
  const isOver = data?.limit !== undefined && raise > data.limit.left
  const isNeeded = data?.approval === 'always' || (data?.approval === 'above-limit' && isOver)
  const isTold = data?.limit !== undefined || data?.approval === 'always'
  return { spending: data, raise, isNeeded, isTold }
}

export type SheetApproval = ReturnType<typeof useApproval>
