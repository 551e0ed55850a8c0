import type { CustomerCard } from '#shared/accounts'
import { customerTexts as texts } from '#shared/texts/customers'
import { useSay } from '../../components/language-context.ts'

/** The way from a shop in a list to ordering for it. */
export function OrderFor({
  shop: { customerId, name },
}: {
  shop: Pick<CustomerCard, 'customerId' | 'name'>
}) {
  const { t, language } = useSay()
  return (
    <a
      className="link"
      href={`/${language}/order/?customer=${customerId}`}
      aria-label={`${t(texts.order)} ${name[language]}`}
    >
      {t(texts.order)}
    </a>
  )
}
