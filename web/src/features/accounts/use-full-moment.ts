import { useQuery } from '@tanstack/react-query'
import { useSay } from '../../components/language-context.ts'
import { formatFullMoment } from '../../formats.ts'
import { companyQuery } from './account-queries.ts'

/** Words an instant with its year, by the company's clock wherever the reader is. */
export function useFullMoment(): (instant: string) => string {
  const { language } = useSay()
  const { data: company } = useQuery(companyQuery)
  return (instant) => (company ? formatFullMoment(instant, company.timeZone, language) : '…')
}
