import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import type { Customer } from '#shared/accounts'
import { formatMoney } from '#shared/money'
import { customerFieldTexts as fields } from '#shared/texts/customer-fields'
import { customerTexts as texts } from '#shared/texts/customers'
import { formTexts } from '#shared/texts/forms'
import { Facts } from '../../components/Facts.tsx'
import { useSay } from '../../components/language-context.ts'
import { Refused } from '../../components/Refused.tsx'
import { companyQuery, customerQuery, holdCustomer, releaseCustomer } from './account-queries.ts'
import { CustomerGrades } from './CustomerGrades.tsx'

/** How a customer stands: money, hold, grade. */
export function CustomerStanding({ customer, maySave }: { customer: Customer; maySave: boolean }) {
  const { t, language } = useSay()
  const { data: company } = useQuery(companyQuery)
  const { creditLimit, balance, reserved, available } = customer
  const money = (amount: number | undefined) =>
    amount === undefined || !company ? undefined : (
      <span className="fact-money">{formatMoney(amount, company.currency, language)}</span>
    )
  return (
    <>
      {(balance !== undefined || customer.holdReason !== undefined || maySave) && (
        <section className="card">
          <h2 className="mb-2">{t(texts.standing)}</h2>
          <Facts
            facts={[
              [t(fields.creditLimit), money(creditLimit)],
              [t(fields.balance), money(balance)],
              [t(fields.reserved), money(reserved)],
              [t(fields.available), money(available)],
              [t(fields.holdReason), customer.holdReason],
            ]}
          />
          {maySave && <Hold customer={customer} />}
        </section>
      )}
      <CustomerGrades customer={customer} maySave={maySave} />
    </>
  )
}

function Hold({ customer }: { customer: Customer }) {
  const { t } = useSay()
  const client = useQueryClient()
  const { customerId, isOnHold } = customer
  const readAgain = () => client.invalidateQueries({ queryKey: customerQuery(customerId).queryKey })
  const changing = useMutation({
    mutationFn: (reason: string | undefined) =>
      reason === undefined ? releaseCustomer(customer) : holdCustomer(customer, reason),
    onSettled: readAgain,
  })
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    changing.mutate(String(new FormData(event.currentTarget).get('reason')))
  }
  return (
    <div className="mt-3">
      {isOnHold ? (
        <button
          type="button"
          className="quiet"
          disabled={changing.isPending}
          onClick={() => changing.mutate(undefined)}
        >
          {t(texts.release)}
        </button>
      ) : (
        <details>
          <summary className="link">{t(texts.hold)}</summary>
          <form className="cards" onSubmit={onSubmit}>
            <label className="field">
              <span>{t(formTexts.reason)}</span>
              <input name="reason" required maxLength={300} />
            </label>
            <p className="facts">{t(texts.holdHint)}</p>
            <button type="submit" className="quiet danger" disabled={changing.isPending}>
              {t(texts.hold)}
            </button>
          </form>
        </details>
      )}
      <Refused error={changing.error} className="mt-2" />
    </div>
  )
}
