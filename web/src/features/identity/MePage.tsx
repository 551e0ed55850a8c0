import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { SessionView } from '#shared/identity'
import type { Language } from '#shared/languages'
import { roleTexts, peopleTexts as texts } from '#shared/texts/people'
import { useSay } from '../../components/language-context.ts'
import { switchSession } from '../../components/leave-to-sign-in.ts'
import { QueryPortal } from '../../components/QueryPortal.tsx'
import { Refused } from '../../components/Refused.tsx'
import { forgetOffline } from '../../forget-offline.ts'
import { keep } from '../../kept.ts'
import { MyShop } from '../requests/MyShop.tsx'
import { actFor, endSession, may } from './session-queries.ts'

const OwnersPart = lazy(async () => ({ default: (await import('./OwnersPart.tsx')).OwnersPart }))
const SignedInPart = lazy(async () => ({ default: (await import('./SignedInPart.tsx')).SignedInPart }))

/** Who I am, for whom I act, and who else may. */
export function MePage({ language }: { language: Language }) {
  return <QueryPortal language={language}>{(session) => <Me session={session} />}</QueryPortal>
}

function Me({ session }: { session: SessionView }) {
  const { t, language } = useSay()
  const { actingFor, role, grants, name } = session
  const leaving = useMutation({
    mutationFn: async () => {
      await forgetOffline()
      return endSession()
    },
    onSuccess: ({ signOutUrl }) => {
      keep('who', undefined)
      keep('may', undefined)
      location.assign(signOutUrl)
    },
  })
  const roles = role ? [t(roleTexts[role])] : [...new Set(grants.map((grant) => t(roleTexts[grant.role])))]
  return (
    <>
      <header className="page-head">
        <div>
          <p className="facts">{roles.join(' · ')}</p>
          <h1>{name}</h1>
        </div>
        <div className="actions">
          <a className="quiet" href={`/${language}/me/messages/`}>
            {t(texts.messages)}
          </a>
          <button
            type="button"
            className="quiet"
            disabled={leaving.isPending}
            onClick={() => leaving.mutate()}
          >
            {t(texts.signOut)}
          </button>
        </div>
      </header>
      <Refused error={leaving.error} />
      <div className="cards">
        {actingFor && <MyShop customerId={actingFor} isOwner={may(session, 'askForChange')} />}
        <Shops session={session} />
        <Suspense>
          {actingFor && may(session, 'keepMembers') ? (
            <OwnersPart customerId={actingFor} me={session.personId}>
              <SignedInPart />
            </OwnersPart>
          ) : (
            <SignedInPart />
          )}
        </Suspense>
      </div>
    </>
  )
}

function Shops({ session }: { session: SessionView }) {
  const { t, language } = useSay()
  const switching = useMutation({
    mutationFn: actFor,
    onMutate: () => switchSession(true),
    onError: () => switchSession(false),
    onSuccess: () => location.assign(`/${language}/`),
  })
  const { memberships, actingFor, isStaff, kind } = session
  if (memberships.length === 0 || (memberships.length === 1 && !isStaff)) return null
  return (
    <section className="card" id="shops">
      <h2 className="mb-2">{t(texts.shops)}</h2>
      <ul className="cards">
        {memberships.map(({ customerId, customerName, role }) => (
          <li key={customerId} className="flex items-center justify-between gap-3">
            <span>
              {customerName[language]}
              <span className="facts block">{t(roleTexts[role])}</span>
            </span>
            {customerId === actingFor ? (
              <span className="pill is-done">{t(texts.here)}</span>
            ) : (
              <button
                type="button"
                className="quiet"
                disabled={switching.isPending}
                onClick={() => switching.mutate(customerId)}
              >
                {t(texts.switchTo)}
              </button>
            )}
          </li>
        ))}
      </ul>
      {kind === 'member' && isStaff && (
        <button type="button" className="quiet mt-3" onClick={() => switching.mutate(undefined)}>
          {t(texts.staffWork)}
        </button>
      )}
      <Refused error={switching.error} className="mt-3" />
    </section>
  )
}
