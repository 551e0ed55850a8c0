import type { OrderList } from '#shared/drafts'
import type { CustomerId } from '#shared/ids'
import { orderListTexts as texts } from '#shared/texts/order-lists'
import { useSay } from '../../../../components/language-context.ts'
import { lineNameOf } from '../../../../components/line-words.ts'
import { partsOf, plainWords, type RecordWords } from '../../../../components/record-words.ts'
import { HistoryFold } from '../../../records/HistoryFold.tsx'

type OrderListHistoryProps = { customerId: CustomerId; list: Pick<OrderList, 'listId' | 'name' | 'version'> }

/** Who put what into a list and took what out, and the list as it was on a day. */
export function OrderListHistory({ customerId, list: { listId, name, version } }: OrderListHistoryProps) {
  const { language } = useSay()
  const words: RecordWords = {
    names: { name: texts.name },
    nameOf: lineNameOf,
    wordsFor: (field, value) => {
      if (!field.startsWith('line ')) return plainWords(value, language)
      const { quantity, note } = partsOf(value)
      if (quantity === undefined) return ''
      return [quantity === 0 ? '✓' : String(quantity), note].filter(Boolean).join(' · ')
    },
  }
  const place = {
    path: `/customers/${customerId}/order-lists/${listId}`,
    queryKey: ['order-list', listId, version],
  }
  return <HistoryFold key={version} place={place} words={words} of={name} isAlone />
}
