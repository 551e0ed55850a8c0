import { customerTexts as texts } from '#shared/texts/customers'
import { addDays, type BusinessDate } from '#shared/time'
import { useSay } from '../../components/language-context.ts'

/** A licence that ends within two months is worth a word. */
const SOON_DAYS = 60

/** Warns of a licence that is over or ends soon; nothing while it is good. */
export function LicencePill({ expiresOn }: { expiresOn: BusinessDate | undefined }) {
  const { t } = useSay()
  if (expiresOn === undefined) return null
  // A day more or less does not matter here: the server judges, this warns.
  const today: BusinessDate = `${new Date().getFullYear()}-${twoDigits(new Date().getMonth() + 1)}-${twoDigits(new Date().getDate())}`
  if (expiresOn <= today) return <span className="pill is-refused">{t(texts.licenceOver)}</span>
  if (expiresOn > addDays(today, SOON_DAYS)) return null
  return <span className="pill is-attention">{t(texts.licenceSoon)}</span>
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
