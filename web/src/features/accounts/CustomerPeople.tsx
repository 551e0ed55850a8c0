import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Customer } from '#shared/accounts'
import type { SessionView } from '#shared/identity'
import type { PersonId } from '#shared/ids'
import { decidingTexts } from '#shared/texts/deciding'
import { useSay } from '../../components/language-context.ts'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { BuyerLimits } from '../approvals/BuyerLimits.tsx'
import { Contacts } from '../identity/Contacts.tsx'
import { ErasePerson } from '../identity/ErasePerson.tsx'
import { Members } from '../identity/Members.tsx'
import { may } from '../identity/session-queries.ts'
import { usePeopleWords } from '../identity/use-people-words.ts'
import { StandingDraftHistory } from '../orders/StandingDraftHistory.tsx'
import { HistoryFold } from '../records/HistoryFold.tsx'
import { ReviewRequest } from '../requests/ReviewRequest.tsx'
import { newestFirst, requestsQuery } from '../requests/request-queries.ts'

type CustomerPartProps = { customer: Customer; session: SessionView }

/** The people of a customer as far as the asker sees them: its members, its contacts, what its owner asked for. */
export function CustomerPeople({ customer, session }: CustomerPartProps) {
  const { customerId, addresses } = customer
  const mayErase = may(session, 'erasePeople')
  const [erasures, setErasures] = useState(0)
  const onErased = () => setErasures(erasures + 1)
  const erase = (person: { personId: PersonId; name: string }) =>
    mayErase && person.personId !== session.personId && <ErasePerson {...{ person, onErased }} />
  const words = usePeopleWords()
  const historyOf = (
    kind: 'member' | 'contact',
    { personId, name }: { personId: PersonId; name: string },
  ) => (
    <HistoryFold
      place={{
        path: `/customers/${customerId}/${kind}s/${personId}`,
        queryKey: ['people', customerId, kind, personId],
      }}
      words={words[kind]}
      of={name}
    />
  )
  return (
    <>
      {may(session, 'seeRequests') && <RequestsOfCustomer customer={customer} session={session} />}
      {/* Who sees where a customer is reached, sees by whom. */}
      {addresses && (
        <Contacts
          customerId={customerId}
          maySave={may(session, 'keepContacts')}
          more={erase}
          history={(contact) => historyOf('contact', contact)}
        />
      )}
      {may(session, 'keepMembers') && (
        <Members
          customerId={customerId}
          me={session.personId}
          more={erase}
          history={(member) => historyOf('member', member)}
        />
      )}
      {/* Who is erased has no limit to show any more. */}
      {may(session, 'limitBuyers') && <BuyerLimits key={erasures} customerId={customerId} />}
      {may(session, 'limitBuyers') && <StandingDraftHistory customerId={customerId} />}
    </>
  )
}

function RequestsOfCustomer({ customer: { customerId }, session }: CustomerPartProps) {
  const { t } = useSay()
  const requests = useQuery(requestsQuery(customerId))
  const { data, error } = requests
  if (!data && !error) return <Skeleton rows={0} />
  if (data?.items.length === 0) return null
  return (
    <section className="card">
      <h2>{t(decidingTexts.ofCustomer)}</h2>
      {error && <Trouble isPart error={error} onRetry={() => void requests.refetch()} />}
      <ul className="request-list">
        {newestFirst(data?.items ?? []).map((request) => (
          <ReviewRequest key={request.requestId} card={request} mayDecide={may(session, 'decideRequests')} />
        ))}
      </ul>
    </section>
  )
}
