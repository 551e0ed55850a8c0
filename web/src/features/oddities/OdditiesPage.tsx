import { useQuery } from '@tanstack/react-query'
import type { SessionView } from '#shared/identity'
import type { Language } from '#shared/languages'
import type { OddityCounts } from '#shared/oddities'
import { oddityTexts as texts } from '#shared/texts/oddities'
import { Asked } from '../../components/Asked.tsx'
import { useSay } from '../../components/language-context.ts'
import { StaffPortal } from '../../components/StaffPortal.tsx'
import { useAddress } from '../../components/use-address.ts'
import { may } from '../identity/session-queries.ts'
import { OddShops } from './OddShops.tsx'
import { countsQuery, oddityFilters } from './oddity-queries.ts'
import { Thresholds } from './Thresholds.tsx'

/** What looks odd in closed cycles: evidence, by shop, and what came of looking at it. */
export function OdditiesPage({ language }: { language: Language }) {
  return (
    <StaffPortal language={language} deed="seeOddities" title={texts.title}>
      {(session) => <Oddities session={session} />}
    </StaffPortal>
  )
}

function Oddities({ session }: { session: SessionView }) {
  const { t } = useSay()
  const [filters, setFilters] = useAddress(oddityFilters)
  const counts = useQuery({ ...countsQuery(filters), placeholderData: (before?: OddityCounts) => before })
  const cycleId = counts.data?.cycleId
  if (counts.data && cycleId)
    return (
      <>
        <OddShops
          session={session}
          counts={counts.data}
          filters={{ ...filters, cycleId: filters.cycleId || cycleId }}
          onChange={setFilters}
        />
        <Thresholds maySave={may(session, 'keepThresholds')} />
      </>
    )
  return (
    <>
      <div className="page-head">
        <h1>{t(texts.title)}</h1>
      </div>
      <Asked of={counts}>
        {() => (
          <>
            <section className="card mb-6">
              <h2>{t(texts.noLooks)}</h2>
              <p className="text-soft">{t(texts.noLooksHint)}</p>
            </section>
            <Thresholds maySave={may(session, 'keepThresholds')} />
          </>
        )}
      </Asked>
    </>
  )
}
