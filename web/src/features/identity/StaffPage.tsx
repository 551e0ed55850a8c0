import { useState } from 'react'
import type { SessionView, StaffMember } from '#shared/identity'
import type { Language } from '#shared/languages'
import { roleTexts, peopleTexts as texts } from '#shared/texts/people'
import { staffListTexts as listTexts } from '#shared/texts/staff-list'
import { useSay } from '../../components/language-context.ts'
import type { Column } from '../../components/list/columns.ts'
import { ListFrame } from '../../components/list/ListFrame.tsx'
import { RecordList } from '../../components/list/RecordList.tsx'
import { useChosen } from '../../components/list/use-chosen.ts'
import { useOpened } from '../../components/list/use-opened.ts'
import { StaffPortal } from '../../components/StaffPortal.tsx'
import { isSearched, useAddress } from '../../components/use-address.ts'
import { usePages } from '../../components/use-pages.ts'
import { useUnitName } from '../accounts/UnitSelect.tsx'
import { beginExport, ExportFile } from '../exports/ExportFile.tsx'
import { InviteStaffForm } from './InviteStaffForm.tsx'
import { readStaff, staffFilters } from './people-queries.ts'
import { reachWords } from './reach-words.ts'
import { StaffBulk } from './StaffBulk.tsx'
import { StaffFields } from './StaffFields.tsx'
import { StaffPanel } from './StaffPanel.tsx'

/** Staff and their roles, for administrators. */
export function StaffPage({ language }: { language: Language }) {
  return (
    <StaffPortal language={language} deed="keepStaff" title={texts.staff}>
      {(session) => <Staff session={session} />}
    </StaffPortal>
  )
}

function Staff({ session }: { session: SessionView }) {
  const { t } = useSay()
  const [filters, setFilters] = useAddress(staffFilters, isSearched)
  const { text, role, state, unitPath } = filters
  const chosen = useChosen(JSON.stringify(filters))
  const { opened, close } = useOpened()
  const [saved, setSaved] = useState<string>()
  const columns = useStaffColumns()
  const list = usePages(['staff', 'list', filters], (cursor) => readStaff(filters, cursor))
  const person = list.items?.find(({ personId }) => personId === opened)
  return (
    <>
      <ListFrame
        title={t(texts.staff)}
        actions={
          <ExportFile
            key={JSON.stringify(filters)}
            begin={beginExport({ kind: 'staff', filter: { text, role, state } }, unitPath)}
          />
        }
        filters={
          <>
            <InviteStaffForm />
            <StaffFields filters={filters} onChange={setFilters} />
            {person && (
              <StaffPanel
                key={`${person.personId} ${person.version}`}
                person={person}
                isMe={person.personId === session.personId}
                isSaved={saved === person.personId}
                onSaved={() => setSaved(person.personId)}
                onClose={() => {
                  setSaved(undefined)
                  close()
                }}
              />
            )}
          </>
        }
        pages={list}
        none={<p className="card text-soft">{t(listTexts.none)}</p>}
      >
        {(rows) => (
          <RecordList
            list="staff"
            label={t(texts.staff)}
            rows={rows}
            keyOf={({ personId }) => personId}
            head={{
              title: texts.name,
              name: ({ name }) => name,
              href: ({ personId }) => `#${personId}`,
              beside: (one) => <Pills person={one} isMe={one.personId === session.personId} />,
            }}
            columns={columns}
            chosen={chosen}
          />
        )}
      </ListFrame>
      <StaffBulk chosen={chosen} people={list.items ?? []} me={session.personId} />
    </>
  )
}

function Pills({ person: { isDisabled }, isMe }: { person: StaffMember; isMe: boolean }) {
  const { t } = useSay()
  return (
    <>
      {isMe && <span className="pill is-done">{t(texts.you)}</span>}{' '}
      {isDisabled && <span className="pill is-refused">{t(texts.disabled)}</span>}
    </>
  )
}

function useStaffColumns(): Column<StaffMember>[] {
  const { t } = useSay()
  const unitName = useUnitName()
  return [
    {
      key: 'roles',
      title: texts.role,
      cell: ({ grants }) => (
        <span className="inline-block align-top">
          {grants.map(({ role, unitPath }) => (
            <span key={`${role} ${unitPath}`} className="block">
              {t(roleTexts[role])} · {unitName(unitPath)}
            </span>
          ))}
        </span>
      ),
      isUsual: true,
    },
    {
      key: 'phone',
      title: listTexts.phone,
      cell: ({ phone }) => reachWords({ phone }),
      isOneLine: true,
      isUsual: true,
    },
    { key: 'mail', title: listTexts.mail, cell: ({ mail = '' }) => mail, isUsual: true },
    {
      key: 'state',
      title: listTexts.state,
      cell: ({ isDisabled }) => t(isDisabled ? texts.disabled : listTexts.active),
    },
  ]
}
