import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { Customer } from '#shared/accounts'
import type { Contact } from '#shared/identity'
import type { CustomerId } from '#shared/ids'
import { addressTexts } from '#shared/texts/addresses'
import { customerFieldTexts as fields } from '#shared/texts/customer-fields'
import { peopleTexts } from '#shared/texts/people'
import { requestTexts as texts } from '#shared/texts/requests'
import { Asked } from '../../components/Asked.tsx'
import { Facts } from '../../components/Facts.tsx'
import { useSay } from '../../components/language-context.ts'
import { Skeleton } from '../../components/Skeleton.tsx'
import { formatFullDay } from '../../formats.ts'
import { customerQuery } from '../accounts/account-queries.ts'
import { LicencePill } from '../accounts/LicencePill.tsx'
import { contactsQuery } from '../identity/people-queries.ts'
import { reachWords } from '../identity/reach-words.ts'
import { addressWords } from './wanted-steps.ts'

const HeldShop = lazy(async () => ({ default: (await import('./HeldShop.tsx')).HeldShop }))

/** The record of the shop I act for; its owner sees the contacts too, and the way to ask for changes. */
export function MyShop({ customerId, isOwner }: { customerId: CustomerId; isOwner: boolean }) {
  const { t, language } = useSay()
  const { data, error, refetch } = useQuery(customerQuery(customerId))
  const contacts = useQuery({ ...contactsQuery(customerId), enabled: isOwner })
  // Shown with its contacts, so that nothing below is pushed down.
  const whole = { data: contacts.isLoading ? undefined : data, error, refetch }
  return (
    <Asked of={whole} rows={3}>
      {(shop) => (
        <>
          {shop.holdReason !== undefined && (
            <Suspense fallback={<Skeleton rows={3} />}>
              <HeldShop reason={shop.holdReason} />
            </Suspense>
          )}
          <section className="card first">
            <h2>{t(peopleTexts.actingFor, { shop: shop.name[language] })}</h2>
            <ShopFacts customer={shop} />
            <a className="quiet mt-3" href={`/${language}/me/calendar/`}>
              {t(texts.calendar)}
            </a>{' '}
            {isOwner ? (
              <>
                <Asked of={contacts} rows={1}>
                  {({ items }) => <Contacts contacts={items} />}
                </Asked>
                <a className="quiet mt-3" href={`/${language}/me/change/`}>
                  {t(texts.ask)}
                </a>
              </>
            ) : (
              <p className="facts mt-2">{t(texts.askOwner)}</p>
            )}
          </section>
        </>
      )}
    </Asked>
  )
}

function ShopFacts({ customer: { code, number, licence, phone, addresses } }: { customer: Customer }) {
  const { t, language } = useSay()
  const until = licence?.expiresOn
  return (
    <div className="mt-2">
      <Facts
        facts={[
          [t(fields.number), `${number} · ${code}`],
          [t(fields.licence), licence?.number],
          [
            t(fields.expiresOn),
            until && (
              <>
                {formatFullDay(until, language)} <LicencePill expiresOn={until} />
              </>
            ),
          ],
          [t(fields.phone), reachWords({ phone })],
          [
            t(fields.addresses),
            <span key="addresses" className="whitespace-pre-line">
              {addressWords(addresses) || t(addressTexts.noAddress)}
            </span>,
          ],
        ]}
      />
    </div>
  )
}

function Contacts({ contacts }: { contacts: readonly Contact[] }) {
  const { t } = useSay()
  if (contacts.length === 0) return null
  return (
    <>
      <h3 className="facts mt-3">{t(texts.contacts)}</h3>
      <ul className="people">
        {contacts.map(({ personId, name, phone, mail, title, receivesDeliveries }) => (
          <li key={personId}>
            <span className="person">
              {name} {title && <span className="facts">{title}</span>}{' '}
              {receivesDeliveries && <span className="pill is-done">{t(texts.receivesDeliveries)}</span>}
              <span className="facts block">{reachWords({ phone, mail })}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
