import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import type { Customer, GradeCustomer } from '#shared/accounts'
import { customerFieldTexts as fields } from '#shared/texts/customer-fields'
import { customerTexts as texts } from '#shared/texts/customers'
import { formTexts } from '#shared/texts/forms'
import { Asked } from '../../components/Asked.tsx'
import { useSay } from '../../components/language-context.ts'
import { Refused } from '../../components/Refused.tsx'
import { formatDay } from '../../formats.ts'
import { companyQuery, customerQuery, gradeCustomer, gradesQuery } from './account-queries.ts'

/** The grade or class of a customer, since when and why, and how to give another one. */
export function CustomerGrades({ customer, maySave }: { customer: Customer; maySave: boolean }) {
  const { t, language } = useSay()
  const { data: company } = useQuery(companyQuery)
  const isSeen = customer.grade !== undefined || customer.customerClass !== undefined || maySave
  const grades = useQuery({ ...gradesQuery(customer.customerId), enabled: isSeen })
  if (!isSeen) return null
  const isTraded = company?.preset === 'traded'
  return (
    <section className="card">
      <h2 className="mb-2">
        {t(isTraded ? fields.customerClass : fields.grade)}{' '}
        <span className="money">{isTraded ? customer.customerClass : customer.grade}</span>
      </h2>
      {maySave && <Regrade customer={customer} isTraded={isTraded} />}
      <Asked of={grades} rows={1}>
        {({ items }) =>
          items.length > 0 && (
            <details className="mt-2">
              <summary className="link">{t(texts.gradeHistory)}</summary>
              <ol className="story">
                {items.map(({ at, from, grade, customerClass, reason }) => (
                  <li key={at}>
                    <strong>{[grade, customerClass].filter((each) => each !== undefined).join(' · ')}</strong>{' '}
                    <span className="facts">{t(texts.gradedFrom, { date: formatDay(from, language) })}</span>
                    {reason && <span className="facts block">{reason}</span>}
                  </li>
                ))}
              </ol>
            </details>
          )
        }
      </Asked>
    </section>
  )
}

function Regrade({ customer, isTraded }: { customer: Customer; isTraded: boolean }) {
  const { t } = useSay()
  const client = useQueryClient()
  const { customerId } = customer
  const grading = useMutation({
    mutationFn: (body: GradeCustomer) => gradeCustomer(customer, body),
    onSettled: () => client.invalidateQueries({ queryKey: customerQuery(customerId).queryKey }),
  })
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const to = String(data.get('to')).trim()
    const reason = String(data.get('reason')).trim()
    grading.mutate(isTraded ? { customerClass: to, reason } : { grade: Number(to), reason })
  }
  return (
    <details>
      <summary className="link">{t(isTraded ? texts.reclass : texts.regrade)}</summary>
      <form className="cards" onSubmit={onSubmit}>
        <label className="field">
          <span>{t(isTraded ? fields.customerClass : fields.grade)}</span>
          <input
            name="to"
            required
            defaultValue={isTraded ? customer.customerClass : customer.grade}
            {...(isTraded ? { maxLength: 40 } : { type: 'number', min: 1, max: 99 })}
          />
        </label>
        <label className="field">
          <span>{t(formTexts.reason)}</span>
          <input name="reason" required maxLength={300} />
        </label>
        <button type="submit" className="quiet" disabled={grading.isPending}>
          {t(formTexts.save)}
        </button>
      </form>
      <Refused error={grading.error} className="mt-2" />
    </details>
  )
}
