import { useCallback } from 'react'
import type { CycleView } from '#shared/calendar'
import { demandOrders } from '#shared/demand-rules'
import { demandTexts as texts } from '#shared/texts/demand'
import { orderTexts } from '#shared/texts/orders'
import { ChoiceField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { FilterFold } from '../../components/list/FilterFold.tsx'
import { FindBox } from '../../components/list/FindBox.tsx'
import { UnitSelect } from '../accounts/UnitSelect.tsx'
import { nameOfCycle } from '../calendar/cycle-name.ts'
import type { DemandFilters } from './demand-queries.ts'

type DemandFieldsProps = {
  filters: DemandFilters
  cycles: readonly CycleView[]
  onChange: (changes: Partial<DemandFilters>) => void
}

/** Which cycle, whose shops, which products, and in what order. */
export function DemandFields({ filters, cycles, onChange }: DemandFieldsProps) {
  const { t, language } = useSay()
  const { cycleId, unitPath, text, short, sort } = filters
  const onFind = useCallback((asked: string) => onChange({ text: asked }), [onChange])
  const known = cycles.some((cycle) => cycle.cycleId === cycleId) ? [] : [{ value: cycleId, name: cycleId }]
  const named = cycles.map((cycle) => ({
    value: cycle.cycleId,
    name: nameOfCycle(cycle, language),
  }))
  return (
    <FilterFold
      first={
        <>
          <ChoiceField
            label={t(orderTexts.cycle)}
            value={cycleId}
            options={[...known, ...named]}
            onChange={(chosen) => onChange({ cycleId: chosen })}
          />
          <FindBox hint={t(texts.findHint)} value={text} onChange={onFind} />
        </>
      }
      set={{ unitPath, short, sort }}
      onClear={onChange}
    >
      <UnitSelect
        label={t(orderTexts.unit)}
        value={unitPath}
        onChange={(path) => onChange({ unitPath: path })}
      />
      <ChoiceField
        label={t(texts.which)}
        value={short}
        none={t(texts.all)}
        options={[{ value: 'yes', name: t(texts.shortOnly) }]}
        onChange={(chosen) => onChange({ short: chosen })}
      />
      <ChoiceField
        label={t(texts.sort)}
        value={sort || 'unmet'}
        options={demandOrders.map((order) => ({ value: order, name: t(texts[order]) }))}
        onChange={(chosen) => onChange({ sort: chosen === 'unmet' ? '' : chosen })}
      />
    </FilterFold>
  )
}
