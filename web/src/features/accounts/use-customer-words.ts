import { useQuery } from '@tanstack/react-query'
import { formatMoney } from '#shared/money'
import { customerFieldTexts, customerKindTexts } from '#shared/texts/customer-fields'
import { useSay } from '../../components/language-context.ts'
import { partsOf, plainWords, type RecordWords } from '../../components/record-words.ts'
import { formatFullDay } from '../../formats.ts'
import { useBatchName } from '../calendar/use-batches.ts'
import { addressWords } from '../requests/wanted-steps.ts'
import { companyQuery } from './account-queries.ts'
import { useUnitName } from './UnitSelect.tsx'

/** How the record of a customer reads in its history: units and batches by name, money with its unit. */
export function useCustomerWords(): RecordWords {
  const { language } = useSay()
  const unitName = useUnitName()
  const batchName = useBatchName()
  const { data: company } = useQuery(companyQuery)
  const money = (value: unknown) =>
    typeof value === 'number' && company ? formatMoney(value, company.currency, language) : ''
  const text = (value: unknown) => plainWords(value, language)
  const readings = new Map<string, (value: unknown) => string>([
    [
      'kind',
      (value) => (value === 'distributor' || value === 'retailer' ? customerKindTexts[value][language] : ''),
    ],
    ['unitPath', (value) => (typeof value === 'string' ? unitName(value) : '')],
    ['batch', (value) => (typeof value === 'string' ? batchName(value) : '')],
    ['addresses', addressWords],
    ['creditLimit', money],
    ['balance', money],
    [
      'licence',
      (value) => {
        const { number, expiresOn } = partsOf(value)
        const until = typeof expiresOn === 'string' && formatFullDay(expiresOn, language)
        return [number, until].filter(Boolean).join(' · ')
      },
    ],
  ])
  return {
    names: customerFieldTexts,
    wordsFor: (field, value) => (readings.get(field) ?? text)(value),
  }
}
