import type { Member } from '#shared/identity'
import { formatMoney } from '#shared/money'
import type { BuyerSettings } from '#shared/spending'
import { approvalModes, spendingPeriods } from '#shared/spending-periods'
import { approvalTexts as texts } from '#shared/texts/approvals'
import { recordTexts } from '#shared/texts/records'
import { useSay } from '../../components/language-context.ts'
import { partsOf, type RecordWords } from '../../components/record-words.ts'
import { HistoryFold } from '../records/HistoryFold.tsx'

type BuyerHistoryProps = { settings: BuyerSettings; members: readonly Member[] }

/** Who settled what for the buyers of a shop: whose limit went from what to what. */
export function BuyerHistory({ settings, members }: BuyerHistoryProps) {
  const { customerId, version } = settings
  const words = useBuyerWords(settings, members)
  const place = {
    path: `/customers/${customerId}/buyer-settings`,
    queryKey: ['buyer-settings', customerId, version],
  }
  return <HistoryFold place={place} words={words} />
}

function useBuyerWords({ currency }: BuyerSettings, members: readonly Member[]): RecordWords {
  const { t, language } = useSay()
  const limitWords = (value: unknown) => {
    const { amount, period } = partsOf(value)
    const known = spendingPeriods.find((each) => each === period)
    if (typeof amount !== 'number' || !known) return t(texts.noLimit)
    return `${formatMoney(amount, currency, language)} · ${t(texts[known])}`
  }
  const modeWords = (value: unknown) => {
    const mode = approvalModes.find((each) => each === value)
    return mode ? t(texts[mode]) : ''
  }
  return {
    names: { approval: texts.mode },
    wordsFor: (field, value) => (field === 'approval' ? modeWords(value) : limitWords(value)),
    nameOf: (field) => {
      const [kind, personId] = field.split(' ')
      if (kind !== 'limitOf') return undefined
      const name = members.find((member) => member.personId === personId)?.name ?? t(recordTexts.byUnknown)
      return { zh: texts.limitOf.zh.replace('{name}', name), en: texts.limitOf.en.replace('{name}', name) }
    },
  }
}
