import { useCallback, useEffect, useState } from 'react'
import { rememberList } from './list-address.ts'

type Filters<Name extends string> = Readonly<Record<Name, string>>

/** The filters of a list, kept in the page's address: a reload, a bookmark and a sent link show the same list.
 * An empty text leaves a filter out. */
export function useAddress<Name extends string>(names: readonly Name[]) {
  const [filters, setFilters] = useState(() => filtersOf(names))
  useEffect(() => {
    const readAgain = () => setFilters(filtersOf(names))
    addEventListener('popstate', readAgain)
    return () => removeEventListener('popstate', readAgain)
  }, [names])
  // The address has just been written when the filters have changed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is remembered follows the filters
  useEffect(() => rememberList(location), [filters])
  const change = useCallback(
    (changes: Partial<Filters<Name>>) => {
      const address = new URL(location.href)
      for (const [name, value] of Object.entries(changes)) {
        if (value) address.searchParams.set(name, String(value))
        else address.searchParams.delete(name)
      }
      history.replaceState(history.state, '', address)
      setFilters(filtersOf(names))
    },
    [names],
  )
  return [filters, change] as const
}

function filtersOf<Name extends string>(names: readonly Name[]): Filters<Name> {
  const given = new URLSearchParams(location.search)
  // Every name gets a value in the line above, which Object.fromEntries does not say.
  return Object.fromEntries(names.map((name) => [name, given.get(name) ?? ''])) as Filters<Name>
}
