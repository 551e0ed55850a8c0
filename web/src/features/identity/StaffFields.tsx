import { useCallback } from 'react'
import { staffRoles } from '#shared/roles'
import { roleTexts, peopleTexts as texts } from '#shared/texts/people'
import { staffListTexts as listTexts } from '#shared/texts/staff-list'
import { ChoiceField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { FilterFold } from '../../components/list/FilterFold.tsx'
import { FindBox } from '../../components/list/FindBox.tsx'
import { UnitSelect } from '../accounts/UnitSelect.tsx'
import type { StaffFilters } from './people-queries.ts'

type StaffFieldsProps = { filters: StaffFilters; onChange: (changes: Partial<StaffFilters>) => void }

/** What the list of staff is narrowed to. */
export function StaffFields({ filters, onChange }: StaffFieldsProps) {
  const { t } = useSay()
  const { text: asked, ...narrowed } = filters
  const onFind = useCallback((text: string) => onChange({ text }), [onChange])
  return (
    <FilterFold
      first={<FindBox hint={t(listTexts.findHint)} value={asked} onChange={onFind} />}
      set={narrowed}
      onClear={onChange}
    >
      <ChoiceField
        label={t(texts.role)}
        value={filters.role}
        none={t(listTexts.anyRole)}
        options={staffRoles.map((role) => ({ value: role, name: t(roleTexts[role]) }))}
        onChange={(role) => onChange({ role })}
      />
      <UnitSelect
        label={t(texts.unit)}
        value={filters.unitPath}
        onChange={(unitPath) => onChange({ unitPath })}
      />
      <ChoiceField
        label={t(listTexts.state)}
        value={filters.state}
        none={t(listTexts.anyState)}
        options={[
          { value: 'active', name: t(listTexts.active) },
          { value: 'disabled', name: t(texts.disabled) },
        ]}
        onChange={(state) => onChange({ state })}
      />
    </FilterFold>
  )
}
