import { useQuery } from '@tanstack/react-query'
import { orderTexts } from '#shared/texts/orders'
import { useSay } from '../../components/language-context.ts'
import { unitsQuery } from './account-queries.ts'
import { nameOfUnit, unitOptions } from './unit-options.ts'

type UnitSelectProps = {
  label: string
  value: string
  onChange: (unitPath: string) => void
  isRequired?: boolean
}

/** Chooses one of the units that a person looks after, indented as they lie within each other. */
export function UnitSelect({ label, value, onChange, isRequired = false }: UnitSelectProps) {
  const { t, language } = useSay()
  const { data } = useQuery(unitsQuery)
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value} required={isRequired} onChange={(event) => onChange(event.target.value)}>
        {isRequired ? <option value="" /> : <option value="">{t(orderTexts.allUnits)}</option>}
        {unitOptions(data?.items ?? [], value).map(({ path, name, isReached }) => (
          <option key={path} value={path} disabled={!isReached}>
            {'\u3000'.repeat(path.split('/').length - 1)}
            {name[language]}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The name of a unit by its path; the path itself until the units are read. */
export function useUnitName(): (unitPath: string) => string {
  const { language } = useSay()
  const { data } = useQuery(unitsQuery)
  return (unitPath) => nameOfUnit(data?.items, unitPath, language)
}
