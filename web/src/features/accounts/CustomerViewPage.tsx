import { useQuery } from '@tanstack/react-query'
import type { Customer } from '#shared/accounts'
import type { SessionView } from '#shared/identity'
import { type CustomerId, isId } from '#shared/ids'
import type { Language } from '#shared/languages'
import { customerTexts as texts } from '#shared/texts/customers'
import { Asked } from '../../components/Asked.tsx'
import { BackToList } from '../../components/BackToList.tsx'
import { useSay } from '../../components/language-context.ts'
import { QueryPortal } from '../../components/QueryPortal.tsx'
import { usePageTitle } from '../../components/use-page-title.ts'
import { CustomerAgreement } from '../catalogue/CustomerAgreement.tsx'
import { may } from '../identity/session-queries.ts'
import { CustomerArchive } from '../records/CustomerArchive.tsx'
import { RecordHistory } from '../records/RecordHistory.tsx'
import { CustomerLimits } from '../supply/CustomerLimits.tsx'
import { customerQuery } from './account-queries.ts'
import { CustomerFacts } from './CustomerFacts.tsx'
import { CustomerForm } from './CustomerForm.tsx'
import { CustomerPeople } from './CustomerPeople.tsx'
import { CustomerStanding } from './CustomerStanding.tsx'
import { LicencePill } from './LicencePill.tsx'
import { useCustomerWords } from './use-customer-words.ts'

/** One customer as staff see it: who it is, how it stands, who its people are, and what was changed. */
export function CustomerViewPage({ language }: { language: Language }) {
  return <QueryPortal language={language}>{(session) => <CustomerOfAddress session={session} />}</QueryPortal>
}

function CustomerOfAddress({ session }: { session: SessionView }) {
  const customerId = location.pathname.split('/').find((part) => part.startsWith('cus_'))
  // A wrong id is asked for all the same: the server says that there is no such customer.
  const id: CustomerId = isId('customer', customerId) ? customerId : 'cus_0000000000000000'
  const found = useQuery(customerQuery(id))
  return (
    <Asked of={found} isPage>
      {(customer) => <CustomerView customer={customer} session={session} />}
    </Asked>
  )
}

function CustomerView({ customer, session }: { customer: Customer; session: SessionView }) {
  const { t, language } = useSay()
  const { customerId, name, code, number, isOnHold, licence } = customer
  const maySave = may(session, 'keepCustomers')
  const mayAgree = may(session, 'keepAgreements')
  const words = useCustomerWords()
  usePageTitle(name[language])
  return (
    <>
      <BackToList list="customers" name={texts.back} />
      <div className="page-head">
        <div>
          <h1>
            {name[language]} {isOnHold && <span className="pill is-refused">{t(texts.onHold)}</span>}{' '}
            <LicencePill expiresOn={licence?.expiresOn} />
          </h1>
          <p className="facts">
            {number} · {code}
          </p>
        </div>
        <div className="actions">
          {may(session, 'order') && (
            <a className="button" href={`/${language}/order/?customer=${customerId}`}>
              {t(texts.order)}
            </a>
          )}
          <a className="quiet" href={`/${language}/orders/?customer=${customerId}`}>
            {t(texts.orders)}
          </a>
          {may(session, 'readSendLog') && (
            <a className="quiet" href={`/${language}/staff/messages/?show=sent&customerId=${customerId}`}>
              {t(texts.sent)}
            </a>
          )}
        </div>
      </div>
      <div className="record-columns">
        <div className="cards">
          <section className="card">
            <h2 className="mb-3">{t(texts.record)}</h2>
            {maySave ? <CustomerForm customer={customer} /> : <CustomerFacts customer={customer} />}
          </section>
          <CustomerPeople customer={customer} session={session} />
          {may(session, 'seeLimits') && (
            <CustomerLimits customerId={customerId} mayRelease={may(session, 'releaseSupply')} />
          )}
          {(customer.priceList !== undefined || mayAgree) && (
            <CustomerAgreement customerId={customerId} maySave={mayAgree} />
          )}
          <RecordHistory
            place={{ path: `/customers/${customerId}`, queryKey: customerQuery(customerId).queryKey }}
            words={words}
          />
        </div>
        <div className="cards">
          <CustomerStanding customer={customer} maySave={maySave} />
          {may(session, 'archiveCustomers') && <CustomerArchive customerId={customerId} />}
        </div>
      </div>
    </>
  )
}
