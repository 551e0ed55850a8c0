import type { ChangeRequest } from '#shared/requests'
import { customerFieldTexts } from '#shared/texts/customer-fields'
import { requestTexts as texts } from '#shared/texts/requests'
import { toldOrderTexts } from '#shared/texts/told-orders'
import { useSay } from '../../components/language-context.ts'
import { partsOf, plainWords, type RecordWords } from '../../components/record-words.ts'
import { formatFullDay } from '../../formats.ts'
import { HistoryFold } from '../records/HistoryFold.tsx'
import { addressWords } from './wanted-steps.ts'

const states = ['asked', 'approved', 'refused', 'withdrawn'] as const

/** Who asked for a change of a shop's record, and who decided. */
export function RequestHistory({ request }: { request: ChangeRequest }) {
  const { customerId, requestId, kind, state } = request
  const { t } = useSay()
  const words = useRequestWords()
  const place = {
    path: `/customers/${customerId}/requests/${requestId}`,
    queryKey: ['request', requestId, state],
  }
  return <HistoryFold place={place} words={words} of={t(texts[kind])} />
}

function useRequestWords(): RecordWords {
  const { t, language } = useSay()
  const readings = new Map<string, (value: unknown) => string>([
    ['addresses', addressWords],
    [
      'licence',
      (value) => {
        const { number, expiresOn } = partsOf(value)
        const until = typeof expiresOn === 'string' && formatFullDay(expiresOn, language)
        return [number, until].filter(Boolean).join(' · ')
      },
    ],
    [
      'state',
      (value) => {
        const known = states.find((each) => each === value)
        return known ? t(texts[known]) : ''
      },
    ],
  ])
  return {
    names: {
      ...{ state: toldOrderTexts.state, reason: toldOrderTexts.reason },
      ...{ addresses: texts.addresses, licence: customerFieldTexts.licence },
      ...{ title: texts.contactTitle, receivesDeliveries: texts.receivesDeliveries },
    },
    wordsFor: (field, value) => readings.get(field)?.(value) ?? plainWords(value, language),
  }
}
