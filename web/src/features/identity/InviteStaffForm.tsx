import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import type { StaffGrant } from '#shared/identity'
import { peopleTexts as texts } from '#shared/texts/people'
import { useSay } from '../../components/language-context.ts'
import { Refused } from '../../components/Refused.tsx'
import { ContactFields } from './ContactFields.tsx'
import { contactOfForm } from './contact-of-form.ts'
import { GrantFields } from './GrantFields.tsx'
import { inviteStaff } from './people-queries.ts'

const noGrant: readonly StaffGrant[] = [{ role: 'account-manager', unitPath: '' }]

/** Invites a member of staff with roles. */
export function InviteStaffForm() {
  const { t } = useSay()
  const client = useQueryClient()
  const [grants, setGrants] = useState(noGrant)
  const inviting = useMutation({
    mutationFn: (form: HTMLFormElement) =>
      inviteStaff({ ...contactOfForm(new FormData(form)), grants: [...grants] }),
    onSuccess: (_, form) => {
      form.reset()
      setGrants(noGrant)
      return client.invalidateQueries({ queryKey: ['staff'] })
    },
  })
  const onInvite = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    inviting.mutate(event.currentTarget)
  }
  return (
    <>
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
      <Refused error={inviting.error} />
      {inviting.data && (
        <p className="notice good" role="status">
          {t(texts.invited, { name: inviting.data.name })}
        </p>
      )}
    </>
  )
}
