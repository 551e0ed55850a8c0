import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode, SubmitEvent } from 'react'
import type { ChangeMember, Member } from '#shared/identity'
import type { CustomerId, PersonId } from '#shared/ids'
import { type MemberRole, memberRoles } from '#shared/roles'
import { roleTexts, peopleTexts as texts } from '#shared/texts/people'
import { useSay } from '../../components/language-context.ts'
import { Refused } from '../../components/Refused.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { ContactFields } from './ContactFields.tsx'
import { contactOfForm } from './contact-of-form.ts'
import { changeMember, inviteMember, membersQuery } from './people-queries.ts'
import { reachWords } from './reach-words.ts'

type MembersProps = {
  customerId: CustomerId
  me: PersonId | undefined
  /** What else can be done with a member. */
  more?: (member: Member) => ReactNode
  history?: (member: Member) => ReactNode
}

/** Who may act for a shop: the owner, or who keeps its record, invites, gives roles and takes them back. */
export function Members({ customerId, me, more, history }: MembersProps) {
  const { t } = useSay()
  const client = useQueryClient()
  const list = membersQuery(customerId)
  const members = useQuery(list)
  const readAgain = () => client.invalidateQueries({ queryKey: list.queryKey })
  const changing = useMutation({
    mutationFn: ({ member, change }: { member: Member; change: ChangeMember }) =>
      changeMember(member, change),
    onSettled: readAgain,
  })
  const inviting = useMutation({
    mutationFn: (form: HTMLFormElement) => {
      const data = new FormData(form)
      return inviteMember(customerId, { ...contactOfForm(data), role: roleOf(String(data.get('role'))) })
    },
    onSuccess: (_, form) => {
      form.reset()
      return readAgain()
    },
  })
  const onInvite = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    inviting.mutate(event.currentTarget)
  }
  const error = inviting.error ?? changing.error
  return (
    <section className="card">
      <h2 className="mb-2">{t(texts.members)}</h2>
      {members.error && <Trouble isPart error={members.error} onRetry={() => void members.refetch()} />}
      <ul className="people">
        {members.data?.items.map((member) => (
          <MemberRow
            key={member.personId}
            member={member}
            isMe={member.personId === me}
            isBusy={changing.isPending}
            onChange={(change) => changing.mutate({ member, change })}
            more={more?.(member)}
            history={history?.(member)}
          />
        ))}
      </ul>
      <Refused error={error} className="mt-3" />
      {inviting.data && (
        <p className="notice good mt-3" role="status">
          {t(texts.invited, { name: inviting.data.name })}
        </p>
      )}
      <details className="mt-3">
        <summary className="link">{t(texts.inviteMember)}</summary>
        <form className="fields mt-2" onSubmit={onInvite}>
          <ContactFields />
          <div className="field">
            <span aria-hidden="true">{t(texts.role)}</span>
            <RoleSelect name="role" label={t(texts.role)} />
          </div>
          <button type="submit" className="button" disabled={inviting.isPending}>
            {t(texts.invite)}
          </button>
          <p className="facts">{t(texts.oneOfBoth)}</p>
        </form>
      </details>
    </section>
  )
}

type MemberRowProps = {
  member: Member
  isMe: boolean
  isBusy: boolean
  onChange: (change: ChangeMember) => void
  more: ReactNode
  history: ReactNode
}

function MemberRow({ member, isMe, isBusy, onChange, more, history }: MemberRowProps) {
  const { t } = useSay()
  const { name, phone, mail, role, isDisabled } = member
  return (
    <li>
      <span className="person">
        {name} {isMe && <span className="pill is-done">{t(texts.you)}</span>}{' '}
        {isDisabled && <span className="pill is-refused">{t(texts.disabled)}</span>}
        <span className="facts block">{reachWords({ phone, mail })}</span>
      </span>
      {isMe ? (
        <span className="facts">{t(roleTexts[role])}</span>
      ) : (
        <span className="actions">
          <RoleSelect
            label={`${name} ${t(texts.role)}`}
            value={role}
            isBusy={isBusy}
            onChange={(chosen) => onChange({ role: chosen, isDisabled })}
          />
          <button
            type="button"
            className="quiet"
            disabled={isBusy}
            onClick={() => onChange({ role, isDisabled: !isDisabled })}
          >
            {t(isDisabled ? texts.enable : texts.disable)}
          </button>
          {more}
        </span>
      )}
      {history}
    </li>
  )
}

type RoleSelectProps = {
  name?: string
  label?: string
  value?: MemberRole
  isBusy?: boolean
  onChange?: (role: MemberRole) => void
}

function RoleSelect({ name, label, value, isBusy, onChange }: RoleSelectProps) {
  const { t } = useSay()
  return (
    <select
      className="text-box role-choice"
      name={name}
      aria-label={label}
      value={value}
      defaultValue={value ? undefined : 'buyer'}
      disabled={isBusy}
      onChange={(event) => onChange?.(roleOf(event.target.value))}
    >
      {memberRoles.map((role) => (
        <option key={role} value={role}>
          {t(roleTexts[role])}
        </option>
      ))}
    </select>
  )
}

function roleOf(text: string): MemberRole {
  return memberRoles.find((role) => role === text) ?? 'read-only'
}
