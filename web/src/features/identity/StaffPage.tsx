import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import type { SessionView, StaffGrant, StaffMember } from '#shared/identity'
import type { Language } from '#shared/languages'
import { roleTexts, peopleTexts as texts } from '#shared/texts/people'
import { useSay } from '../../components/language-context.ts'
import { wordsOf } from '../../components/problem-words.ts'
import { QueryPortal } from '../../components/QueryPortal.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { useUnitName } from '../accounts/UnitSelect.tsx'
import { HistoryFold } from '../records/HistoryFold.tsx'
import { CompanyHistory } from './CompanyHistory.tsx'
import { ContactFields } from './ContactFields.tsx'
import { contactOfForm } from './contact-of-form.ts'
import { GrantFields } from './GrantFields.tsx'
import { changeStaff, inviteStaff, staffQuery } from './people-queries.ts'
import { reachWords } from './reach-words.ts'
import { usePeopleWords } from './use-people-words.ts'

/** Staff and their roles, for administrators. */
export function StaffPage({ language }: { language: Language }) {
  return <QueryPortal language={language}>{(session) => <Staff session={session} />}</QueryPortal>
}

const noGrant: readonly StaffGrant[] = [{ role: 'account-manager', unitPath: '' }]

function Staff({ session }: { session: SessionView }) {
  const { t, language } = useSay()
  const client = useQueryClient()
  const staff = useQuery(staffQuery)
  const [grants, setGrants] = useState(noGrant)
  const inviting = useMutation({
    mutationFn: (form: HTMLFormElement) =>
      inviteStaff({ ...contactOfForm(new FormData(form)), grants: [...grants] }),
    onSuccess: (_, form) => {
      form.reset()
      setGrants(noGrant)
      return client.invalidateQueries({ queryKey: staffQuery.queryKey })
    },
  })
  const onInvite = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    inviting.mutate(event.currentTarget)
  }
  if (staff.error) return <Trouble error={staff.error} onRetry={() => void staff.refetch()} />
  return (
    <>
      <div className="page-head">
        <h1>{t(texts.staff)}</h1>
      </div>
      <details className="card mb-4">
        <summary className="link">{t(texts.inviteStaff)}</summary>
        <form onSubmit={onInvite}>
          <div className="fields my-3">
            <ContactFields />
          </div>
          <GrantFields grants={grants} onChange={setGrants} />
          <p className="facts my-2">{t(texts.oneOfBoth)}</p>
          <button type="submit" className="button" disabled={inviting.isPending}>
            {t(texts.invite)}
          </button>
        </form>
      </details>
      {inviting.error && (
        <p className="notice bad" role="alert">
          {wordsOf(inviting.error, language)}
        </p>
      )}
      {inviting.data && (
        <p className="notice good" role="status">
          {t(texts.invited, { name: inviting.data.name })}
        </p>
      )}
      {!staff.data && <Skeleton />}
      <ul className="people card">
        {staff.data?.items.map((person) => (
          <StaffRow
            key={`${person.personId} ${person.version}`}
            person={person}
            isMe={person.personId === session.personId}
          />
        ))}
      </ul>
      <div className="card mt-4">
        <CompanyHistory />
      </div>
    </>
  )
}

function StaffRow({ person, isMe }: { person: StaffMember; isMe: boolean }) {
  const { t, language } = useSay()
  const unitName = useUnitName()
  const { staff: words } = usePeopleWords()
  const client = useQueryClient()
  const { personId, version, name, phone, mail, isDisabled } = person
  const [grants, setGrants] = useState<readonly StaffGrant[]>(person.grants)
  const changing = useMutation({
    mutationFn: (change: { isDisabled: boolean }) =>
      changeStaff(personId, version, { ...change, grants: [...grants] }),
    onSuccess: () => client.invalidateQueries({ queryKey: staffQuery.queryKey }),
  })
  return (
    <li>
      <span className="person">
        {name} {isMe && <span className="pill is-done">{t(texts.you)}</span>}{' '}
        {isDisabled && <span className="pill is-refused">{t(texts.disabled)}</span>}
        <span className="facts block">
          {person.grants
            .map(({ role, unitPath }) => `${t(roleTexts[role])} · ${unitName(unitPath)}`)
            .join('，')}
        </span>
        <span className="facts block">{reachWords({ phone, mail })}</span>
      </span>
      {!isMe && (
        <details className="person-edit">
          <summary className="link">{t(texts.edit)}</summary>
          <GrantFields grants={grants} onChange={setGrants} />
          <div className="actions mt-2">
            <button
              type="button"
              className="button"
              disabled={changing.isPending}
              onClick={() => changing.mutate({ isDisabled })}
            >
              {t(texts.save)}
            </button>
            <button
              type="button"
              className="quiet danger"
              disabled={changing.isPending}
              onClick={() => changing.mutate({ isDisabled: !isDisabled })}
            >
              {t(isDisabled ? texts.enable : texts.disable)}
            </button>
          </div>
          {changing.error && (
            <p className="notice bad mt-2" role="alert">
              {wordsOf(changing.error, language)}
            </p>
          )}
        </details>
      )}
      <HistoryFold
        place={{ path: `/staff/${personId}`, queryKey: ['staff', personId] }}
        words={words}
        of={name}
      />
    </li>
  )
}
