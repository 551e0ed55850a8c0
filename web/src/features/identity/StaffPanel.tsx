import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { StaffGrant, StaffMember } from '#shared/identity'
import { peopleTexts as texts } from '#shared/texts/people'
import { staffListTexts as listTexts } from '#shared/texts/staff-list'
import { useSay } from '../../components/language-context.ts'
import { Refused } from '../../components/Refused.tsx'
import { HistoryFold } from '../records/HistoryFold.tsx'
import { GrantFields } from './GrantFields.tsx'
import { changeStaff } from './people-queries.ts'
import { reachWords } from './reach-words.ts'
import { usePeopleWords } from './use-people-words.ts'

type StaffPanelProps = {
  person: StaffMember
  isMe: boolean
  /** Saved just now: the panel begins anew with each version. */
  isSaved: boolean
  onSaved: () => void
  onClose: () => void
}

/** One member of staff: roles to change, disabling, and the history. */
export function StaffPanel({ person, isMe, isSaved, onSaved, onClose }: StaffPanelProps) {
  const { t } = useSay()
  const { staff: words } = usePeopleWords()
  const client = useQueryClient()
  const { personId, version, name, phone, mail, isDisabled } = person
  const [grants, setGrants] = useState<readonly StaffGrant[]>(person.grants)
  const changing = useMutation({
    mutationFn: (change: { isDisabled: boolean }) =>
      changeStaff(personId, version, { ...change, grants: [...grants] }),
    onSuccess: () => {
      onSaved()
      return client.invalidateQueries({ queryKey: ['staff'] })
    },
  })
  return (
    <section className="card mb-4" aria-labelledby="person">
      <div className="flex justify-between gap-2 mb-2">
        <h2 id="person" tabIndex={-1} ref={(heading) => heading?.focus({ preventScroll: true })}>
          {name}
        </h2>
        <button type="button" className="quiet flex-none" onClick={onClose}>
          {t(listTexts.hide)}
        </button>
      </div>
      <p className="facts mb-2">{reachWords({ phone, mail })}</p>
      {!isMe && (
        <>
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
        </>
      )}
      <Refused error={changing.error} className="mt-2" />
      {isSaved && grants === person.grants && (
        <p className="notice good mt-2" role="status">
          {t(isDisabled ? listTexts.savedDisabled : listTexts.saved, { name })}
        </p>
      )}
      <HistoryFold
        place={{ path: `/staff/${personId}`, queryKey: ['staff', personId] }}
        words={words}
        of={name}
      />
    </section>
  )
}
