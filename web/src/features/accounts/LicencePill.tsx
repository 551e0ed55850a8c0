import { useQuery } from '@tanstack/react-query'
import { addressTexts } from '#shared/texts/addresses'
import { addDays, type BusinessDate, businessDateOf, instantOf } from '#shared/time'
import { useSay } from '../../components/language-context.ts'
import { companyQuery } from './account-queries.ts'

/** A licence that ends within two months is worth a word. */
const SOON_DAYS = 60

/** Warns of a licence that is over or ends soon; nothing while it is good. */
export function LicencePill({ expiresOn }: { expiresOn: BusinessDate | undefined }) {
  const { t } = useSay()
  const { data: company } = useQuery(companyQuery)
  if (expiresOn === undefined || !company) return null
  const today = businessDateOf(instantOf(Date.now()), company.timeZone)
  if (expiresOn <= today) return <span className="pill is-refused">{t(addressTexts.licenceOver)}</span>
  if (expiresOn > addDays(today, SOON_DAYS)) return null
  return <span className="pill is-attention">{t(addressTexts.licenceSoon)}</span>
}
