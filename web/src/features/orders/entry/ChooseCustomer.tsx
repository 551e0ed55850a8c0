import { orderEmptyTexts as texts } from '#shared/texts/order-empty'
import { useSay } from '../../../components/language-context.ts'

/** Staff who came without a customer choose one first. */
export function ChooseCustomer() {
  const { t, language } = useSay()
  return (
    <section className="card">
      <p className="mb-3">{t(texts.chooseCustomer)}</p>
      <a className="button" href={`/${language}/staff/customers/`}>
        {t(texts.toCustomers)}
      </a>
    </section>
  )
}
