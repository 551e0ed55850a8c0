import { lazy, Suspense } from 'react'
import type { SessionView } from '#shared/identity'
import type { Language } from '#shared/languages'
import { Portal } from '../../components/Portal.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { DealerHome } from './DealerHome.tsx'

// No dealer's home page brings that of staff.
const StaffHome = lazy(async () => ({ default: (await import('./StaffHome.tsx')).StaffHome }))

/** The home page: an inbox of what is due for a dealer, the doors for staff. */
export function HomePage({ language }: { language: Language }) {
  return <Portal language={language}>{(session) => <HomeOf session={session} />}</Portal>
}

function HomeOf({ session }: { session: SessionView }) {
  if (session.kind === 'member' && session.actingFor)
    return <DealerHome customerId={session.actingFor} session={session} />
  return (
    <Suspense fallback={<Skeleton />}>
      <StaffHome session={session} />
    </Suspense>
  )
}
