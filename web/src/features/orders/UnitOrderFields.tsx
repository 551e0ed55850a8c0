import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { orderListTexts as listTexts } from '#shared/texts/order-list'
import { orderTexts as texts } from '#shared/texts/orders'
import { ChoiceField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { FilterFold } from '../../components/list/FilterFold.tsx'
import { FindBox } from '../../components/list/FindBox.tsx'
import { UnitSelect } from '../accounts/UnitSelect.tsx'
import { nameOfCycle } from '../calendar/cycle-name.ts'
import { cyclesQuery } from './order-queries.ts'

/** The filters of the staff list of orders, as the page's address keeps them. */
export const unitOrderFilters = ['unitPath', 'cycleId', 'state', 'behalf', 'text'] as const
export type UnitOrderFilters = Readonly<Record<(typeof unitOrderFilters)[number], string>>

const states = ['placed', 'awaiting-funds', 'confirmed', 'cancelled', 'lapsed'] as const

type UnitOrderFieldsProps = {
  filters: UnitOrderFilters
  onChange: (changes: Partial<UnitOrderFilters>) => void
}

/** Whose orders, of which cycle, in which state, placed by whom. */
export function UnitOrderFields({ filters, onChange }: UnitOrderFieldsProps) {
  const { t, language } = useSay()
  const { unitPath, cycleId, state, behalf, text } = filters
  const cycles = useQuery(cyclesQuery)
  const onFind = useCallback((asked: string) => onChange({ text: asked }), [onChange])
  return (
    <FilterFold
      first={<FindBox label={t(texts.find)} hint={t(texts.findHint)} value={text} onChange={onFind} />}
      set={{ unitPath, cycleId, state, behalf }}
      onClear={onChange}
    >
      <UnitSelect label={t(texts.unit)} value={unitPath} onChange={(path) => onChange({ unitPath: path })} />
      <ChoiceField
        label={t(texts.cycle)}
        value={cycleId}
        none={t(texts.lately)}
        options={(cycles.data?.items ?? []).map((cycle) => ({
          value: cycle.cycleId,
          name: nameOfCycle(cycle, language),
        }))}
        onChange={(chosen) => onChange({ cycleId: chosen })}
      />
      <ChoiceField
        label={t(texts.state)}
        value={state}
        none={t(listTexts.anyState)}
        options={[
          ...states.map((value) => ({ value, name: t(texts[value]) })),
          { value: 'corrected', name: t(listTexts.corrected) },
        ]}
        onChange={(chosen) => onChange({ state: chosen })}
      />
      <ChoiceField
        label={t(listTexts.who)}
        value={behalf}
        none={t(listTexts.anyone)}
        options={[
          { value: 'no', name: t(listTexts.byShop) },
          { value: 'yes', name: t(listTexts.byStaff) },
        ]}
        onChange={(chosen) => onChange({ behalf: chosen })}
      />
    </FilterFold>
  )
}
