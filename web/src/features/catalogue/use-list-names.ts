import { useQuery } from '@tanstack/react-query'
import { useSay } from '../../components/language-context.ts'
import { priceListsQuery } from './price-queries.ts'

/** What price lists are called by their codes. A class of customers mostly has a list of its code, and that one's name; a
 * code without a name is said as it is. */
export function useListNames(): (code: string) => string {
  const { language } = useSay()
  const { data } = useQuery(priceListsQuery)
  const names = new Map((data?.items ?? []).map(({ list, name }) => [list, name[language]]))
  return (code) => names.get(code) ?? code
}
