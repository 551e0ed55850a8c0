import { useQuery } from '@tanstack/react-query'
import type { SessionView } from '#shared/identity'
import type { CustomerId } from '#shared/ids'
import type { Language } from '#shared/languages'
import { peopleTexts } from '#shared/texts/people'
import { requestTexts as texts } from '#shared/texts/requests'
import { useSay } from '../../components/language-context.ts'
import { QueryPortal } from '../../components/QueryPortal.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { customerQuery } from '../accounts/account-queries.ts'
import { may } from '../identity/session-queries.ts'
import { AskForChange } from './AskForChange.tsx'
import { requestsQuery } from './request-queries.ts'

/** Where an owner asks for a change of the shop's record. */
export function AskPage({ language }: { language: Language }) {
  return <QueryPortal language={language}>{(session) => <Ask session={session} />}</QueryPortal>
}

function Ask({ session }: { session: SessionView }) {
  const { t, language } = useSay()
  const { actingFor } = session
  return (
    <>
      <a className="link" href={`/${language}/me/`}>
        ← {t(peopleTexts.me)}
      </a>
      <h1 className="mb-3">{t(texts.ask)}</h1>
      {actingFor && may(session, 'askForChange') ? (
        <OfShop customerId={actingFor} />
      ) : (
        <p className="card text-soft">{t(texts.askOwner)}</p>
      )}
    </>
  )
}

function OfShop({ customerId }: { customerId: CustomerId }) {
  const customer = useQuery(customerQuery(customerId))
  const requests = useQuery(requestsQuery(customerId))
  const failed = [customer, requests].find(({ error }) => error)
  if (failed) return <Trouble isPart error={failed.error} onRetry={() => void failed.refetch()} />
  if (!customer.data || !requests.data) return <Skeleton />
  return <AskForChange customer={customer.data} requests={requests.data.items} />
}
