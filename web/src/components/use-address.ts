import { useCallback, useEffect, useState } from 'react'
import { rememberList } from './list-address.ts'

type Filters<Name extends string> = Readonly<Record<Name, string>>

/** Which filters tell of a person. */
type TellsOfPerson = (value: string, name: string) => boolean

/** A number that may be somebody's phone, or a mail address; part of one is none yet. */
export function isReach(value: string): boolean {
  return value.includes('@') || /\d{7}/.test(value.normalize('NFKC').replaceAll(/[\s()+-]/g, ''))
}

/** Whatever is searched for: where it is people who are found. */
export function isSearched(_value: string, name: string): boolean {
  return name === 'text'
}

/** The filters of a list, kept in the page's address: a reload, a bookmark and a sent link show the same list.
 * An empty text leaves a filter out. What tells of a person stays out of the address, and with it out of logs and sent links:
 * it is kept with this entry of the browser's history, for a reload and the way back. */
export function useAddress<Name extends string>(names: readonly Name[], isPersonal: TellsOfPerson = isReach) {
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
      const kept = new Map(keptWithEntry())
      for (const [name, given] of Object.entries(changes)) {
        const value = String(given ?? '')
        address.searchParams.delete(name)
        kept.delete(name)
        if (value && isPersonal(value, name)) kept.set(name, value)
        else if (value) address.searchParams.set(name, value)
      }
      history.replaceState({ ...history.state, filters: Object.fromEntries(kept) }, '', address)
      setFilters(filtersOf(names))
    },
    [names, isPersonal],
  )
  return [filters, change] as const
}

function filtersOf<Name extends string>(names: readonly Name[]): Filters<Name> {
  const given = new Map([...new URLSearchParams(location.search), ...keptWithEntry()])
  // Every name gets a value in the line above, which Object.fromEntries does not say.
  return Object.fromEntries(names.map((name) => [name, given.get(name) ?? ''])) as Filters<Name>
}

function keptWithEntry(): Array<[string, string]> {
  const state: unknown = history.state
  if (typeof state !== 'object' || state === null || !('filters' in state)) return []
  return Object.entries(state.filters ?? {}).filter(([, value]) => typeof value === 'string')
}
