import { useQuery } from '@tanstack/react-query'
import { wordingTexts as texts } from '#shared/texts/wording'
import { useSay } from '../../components/language-context.ts'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { failedQuery } from './message-queries.ts'
import { SentList } from './SentList.tsx'

/** What could not be sent to the shops of my units. */
export function FailedList() {
  const { t } = useSay()
  const { data, error, refetch } = useQuery(failedQuery)
  if (error) return <Trouble isPart error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton />
  if (data.items.length > 0)
    return <SentList list="failed messages" label={t(texts.failed)} items={data.items} hasShops />
  return (
    <section className="card">
      <h2>{t(texts.noFailed)}</h2>
      <p className="text-soft">{t(texts.noFailedText)}</p>
    </section>
  )
}
