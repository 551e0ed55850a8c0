import { useQuery } from '@tanstack/react-query'
import { useSay } from '../../components/language-context.ts'
import { productQuery } from './catalogue-queries.ts'

/** The name of a product by its id; the id itself until it is read. */
export function ProductName({ productId }: { productId: string }) {
  const { language } = useSay()
  const { data } = useQuery({ ...productQuery(productId), staleTime: 600_000 })
  return <span>{data?.name[language] ?? productId}</span>
}
