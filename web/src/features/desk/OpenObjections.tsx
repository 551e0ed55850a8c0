import { useQuery } from '@tanstack/react-query'
import { deskTexts as texts } from '#shared/texts/desk'
import { useSay } from '../../components/language-context.ts'
import { Trouble } from '../../components/Trouble.tsx'
import { objectionsQuery } from './desk-queries.ts'

/** What shops have against orders placed for them, and nobody has settled yet. */
export function OpenObjections() {
  const { t, language } = useSay()
  const { data, error, refetch } = useQuery(objectionsQuery)
  return (
    <section className="card mt-4" id="objections">
      <h2 className="mb-2">{t(texts.objections)}</h2>
      {error && <Trouble isPart error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <p className="text-soft">{t(texts.noObjections)}</p>}
      <ul className="cards">
        {data?.items.map(({ orderId, number, customerName, reason }) => (
          <li key={orderId}>
            <a className="link" href={`/${language}/orders/${orderId}/`}>
              {number} · {customerName[language]}
            </a>
            <span className="block text-soft">{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
