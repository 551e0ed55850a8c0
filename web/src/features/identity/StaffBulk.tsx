import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ChangeStaff, StaffMember } from '#shared/identity'
import type { PersonId } from '#shared/ids'
import { staffRoles } from '#shared/roles'
import { roleTexts, peopleTexts as texts } from '#shared/texts/people'
import { staffListTexts as listTexts } from '#shared/texts/staff-list'
import { AskDialog } from '../../components/AskDialog.tsx'
import { useSay } from '../../components/language-context.ts'
import { BulkBar, type Outcome, Outcomes } from '../../components/list/BulkBar.tsx'
import { oneByOne } from '../../components/list/one-by-one.ts'
import type { Chosen } from '../../components/list/use-chosen.ts'
import { changeStaff } from './people-queries.ts'

type StaffBulkProps = { chosen: Chosen; people: readonly StaffMember[]; me: PersonId | undefined }
/** What a person becomes, or the sentence why not. */
type Plan = (person: StaffMember) => ChangeStaff | string

/** Disables, enables, or takes a role from all chosen people, each from the version that was seen. */
export function StaffBulk({ chosen, people, me }: StaffBulkProps) {
  const { t, language } = useSay()
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>()
  const changing = useMutation({
    mutationFn: async (plan: Plan) => {
      const planned = people
        .filter(({ personId }) => chosen.keys.has(personId))
        .map((person) => ({ person, to: person.personId === me ? t(listTexts.yourself) : plan(person) }))
      const refused = planned.flatMap(({ person: { name }, to }) =>
        typeof to === 'string' ? [{ name, refusal: to }] : [],
      )
      const able = planned.flatMap(({ person, to }) => (typeof to === 'string' ? [] : [{ person, to }]))
      const changed = await oneByOne(able, ({ person }) => person.name, {
        language,
        work: ({ person, to }) => changeStaff(person.personId, person.version, to),
      })
      return [...changed, ...refused]
    },
    onSuccess: (verdicts) => {
      setOutcomes(verdicts)
      setAsking(false)
      chosen.set([])
      return client.invalidateQueries({ queryKey: ['staff'] })
    },
  })
  const setDisabled = (isDisabled: boolean) =>
    changing.mutate((person) =>
      person.isDisabled === isDisabled ? t(listTexts.asIs) : { grants: person.grants, isDisabled },
    )
  const takeRole = (role: string) =>
    changing.mutate(({ grants, isDisabled }) => {
      const kept = grants.filter((grant) => grant.role !== role)
      if (kept.length === grants.length) return t(listTexts.hasNoSuchRole)
      return kept.length === 0 ? t(listTexts.onlyRole) : { grants: kept, isDisabled }
    })
  return (
    <>
      <BulkBar chosen={chosen} isWorking={changing.isPending}>
        <button type="button" className="quiet" onClick={() => setDisabled(true)}>
          {t(texts.disable)}
        </button>
        <button type="button" className="quiet" onClick={() => setDisabled(false)}>
          {t(texts.enable)}
        </button>
        <button type="button" className="quiet" onClick={() => setAsking(true)}>
          {t(listTexts.takeRole)}
        </button>
      </BulkBar>
      {isAsking && (
        <RoleDialog
          count={chosen.keys.size}
          isWorking={changing.isPending}
          onTake={takeRole}
          onClose={() => setAsking(false)}
        />
      )}
      {outcomes && <Outcomes outcomes={outcomes} onClose={() => setOutcomes(undefined)} />}
    </>
  )
}

type RoleDialogProps = {
  count: number
  isWorking: boolean
  onTake: (role: string) => void
  onClose: () => void
}

function RoleDialog({ count, isWorking, onTake, onClose }: RoleDialogProps) {
  const { t } = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <AskDialog
      dialog={dialog}
      heading={t(listTexts.takeRole)}
      action={t(texts.removeGrant)}
      isDangerous
      isOpenAtOnce
      isWorking={isWorking}
      onDo={(data) => onTake(String(data.get('role')))}
      onClose={onClose}
    >
      <label className="field">
        <span>{t(texts.role)}</span>
        <select name="role">
          {staffRoles.map((role) => (
            <option key={role} value={role}>
              {t(roleTexts[role])}
            </option>
          ))}
        </select>
        <span className="facts">{t(listTexts.takeRoleHint, { count })}</span>
      </label>
    </AskDialog>
  )
}
