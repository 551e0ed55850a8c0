import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Currency } from '#shared/money'
import type { PublicationChanges } from '#shared/prices'
import { priceTexts as texts } from '#shared/texts/prices'
import { useSay } from '../../components/language-context.ts'
import { Refused } from '../../components/Refused.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { ChangedOffers } from './ChangedOffers.tsx'
import { changesQuery, publish } from './price-queries.ts'
import { useListNames } from './use-list-names.ts'

/** What the next publication would change and for whom, and the step that makes it so. */
export function Publication({ currency }: { currency: Currency }) {
  const { t } = useSay()
  const client = useQueryClient()
  const changes = useQuery(changesQuery)
  const publishing = useMutation({
    mutationFn: publish,
    onSettled: () =>
      Promise.all(
        [changesQuery.queryKey, ['publications', 'history']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  })
  if (changes.error) return <Trouble isPart error={changes.error} onRetry={() => void changes.refetch()} />
  const { data } = changes
  if (!data) return null
  const isNothing = data.productCount === 0 && data.priceCount === 0
  return (
    <section className={isNothing ? 'card mb-4' : 'card first mb-4'}>
      <h2>{t(texts.publication)}</h2>
      {isNothing ? (
        <p className="text-soft">{t(publishing.data ? texts.published : texts.nothing)}</p>
      ) : (
        <>
          <p>{t(texts.summary, { products: data.productCount, prices: data.priceCount })}</p>
          <Affected changes={data} />
          <details className="mt-2">
            <summary className="link">{t(texts.seeChanges)}</summary>
            <ChangedOffers changes={data} currency={currency} />
          </details>
          <button
            type="button"
            className="button mt-3"
            disabled={publishing.isPending}
            onClick={() => publishing.mutate(data)}
          >
            {t(publishing.isPending ? texts.publishing : texts.publish)}
          </button>
        </>
      )}
      <Refused error={publishing.error} className="mt-3" />
    </section>
  )
}

function Affected({ changes }: { changes: PublicationChanges }) {
  const { t, language } = useSay()
  const nameOf = useListNames()
  return (
    <ul className="mt-2">
      {changes.lists.map(({ list, priceCount, customers, sample }) => (
        <li key={list}>
          {t(texts.affects, { list: nameOf(list), prices: priceCount, customers })}
          {sample.length > 0 && (
            <span className="facts block">
              {t(texts.sample, {
                names: sample.map(({ name }) => name[language]).join(language === 'zh' ? '、' : ', '),
              })}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
