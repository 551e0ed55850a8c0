import type { Customer } from '#shared/accounts'
import { customerKindTexts, customerFieldTexts as fields } from '#shared/texts/customer-fields'
import { customerTexts as texts } from '#shared/texts/customers'
import { Facts } from '../../components/Facts.tsx'
import { useSay } from '../../components/language-context.ts'
import { formatFullDay } from '../../formats.ts'
import { useBatchName } from '../calendar/use-batches.ts'
import { reachWords } from '../identity/reach-words.ts'
import { useUnitName } from './UnitSelect.tsx'

/** The record of a customer to read, as far as the asker sees it. */
export function CustomerFacts({ customer }: { customer: Customer }) {
  const { t, language } = useSay()
  const unitName = useUnitName()
  const batchName = useBatchName()
  const { kind, licence, format, unitPath, batch, route, phone, addresses, customerClass } = customer
  const until =
    licence?.expiresOn && t(texts.licenceEnds, { date: formatFullDay(licence.expiresOn, language) })
  return (
    <Facts
      facts={[
        [t(fields.kind), kind && t(customerKindTexts[kind])],
        [t(fields.unitPath), unitName(unitPath)],
        [t(fields.format), format],
        [t(fields.licence), [licence?.number, until].filter(Boolean).join(' · ')],
        [t(fields.batch), batch && batchName(batch)],
        [t(fields.route), route],
        [t(fields.customerClass), customerClass],
        [t(fields.phone), reachWords({ phone })],
        [t(fields.addresses), addresses?.map(({ text }) => text).join(language === 'zh' ? '；' : '; ')],
      ]}
    />
  )
}
