import { useQuery } from '@tanstack/react-query'
import { wordingTexts as texts } from '#shared/texts/wording'
import { Asked } from '../../components/Asked.tsx'
import { useSay } from '../../components/language-context.ts'
import { failedQuery } from './message-queries.ts'
import { SentList } from './SentList.tsx'

/** What could not be sent to the shops of my units. */
export function FailedList() {
  const { t } = useSay()
  const found = useQuery(failedQuery)
  return (
    <Asked of={found}>
      {({ items }) =>
        items.length > 0 ? (
          <SentList list="failed messages" label={t(texts.failed)} items={items} hasShops />
        ) : (
          <section className="card">
            <h2>{t(texts.noFailed)}</h2>
            <p className="text-soft">{t(texts.noFailedText)}</p>
          </section>
        )
      }
    </Asked>
  )
}
