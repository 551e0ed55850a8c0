import { useQuery } from '@tanstack/react-query'
import { ChoiceField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { priceListsQuery } from '../catalogue/price-queries.ts'

type PriceListFieldProps = {
  label: string
  value: string | undefined
  onChange: (list: string) => void
  /** Group lists are beside the list that everyone has. */
  isGroup?: boolean
  none?: string
  error?: string
}

/** Chooses a price list by its name; one that no longer exists stays to be seen. */
export function PriceListField({ value, isGroup = false, ...field }: PriceListFieldProps) {
  const { language } = useSay()
  const { data } = useQuery(priceListsQuery)
  const fitting = (data?.items ?? []).filter(({ level }) => (level === 'group') === isGroup)
  const options = fitting.map(({ list, name }) => ({ value: list, name: nameWithCode(name[language], list) }))
  const isKnown = !value || fitting.some(({ list }) => list === value)
  return (
    <ChoiceField
      {...field}
      value={value}
      options={isKnown ? options : [{ value, name: value }, ...options]}
    />
  )
}

/** A list is told by its name and its code, but not twice by the same word. */
function nameWithCode(name: string, list: string): string {
  return name.toLowerCase() === list.toLowerCase() ? name : `${name} · ${list}`
}
