import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Currency } from '#shared/money'
import type { PublicationChanges } from '#shared/prices'
import { priceTexts as texts } from '#shared/texts/prices'
import { useSay } from '../../components/language-context.ts'
import { wordsOf } from '../../components/problem-words.ts'
import { Trouble } from '../../components/Trouble.tsx'
import { formatDay } from '../../formats.ts'
import { Breaks } from './PriceTable.tsx'
import { changesQuery, publish } from './price-queries.ts'

/** What the next publication would change and for whom, and the step that makes it so. */
export function Publication({ currency }: { currency: Currency }) {
  const { t, language } = useSay()
  const client = useQueryClient()
  const changes = useQuery(changesQuery)
  const publishing = useMutation({
    mutationFn: publish,
    onSettled: () => client.invalidateQueries({ queryKey: changesQuery.queryKey }),
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
          <Changed changes={data} currency={currency} />
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
      {publishing.error && (
        <p className="notice bad mt-3" role="alert">
          {wordsOf(publishing.error, language)}
        </p>
      )}
    </section>
  )
}

function Affected({ changes }: { changes: PublicationChanges }) {
  const { t, language } = useSay()
  return (
    <ul className="mt-2">
      {changes.lists.map(({ list, priceCount, customers, sample }) => (
        <li key={list}>
          {t(texts.affects, { list, prices: priceCount, customers })}
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

function Changed({ changes, currency }: { changes: PublicationChanges; currency: Currency }) {
  const { t, language } = useSay()
  return (
    <details className="mt-2">
      <summary className="link">{t(texts.seeChanges)}</summary>
      <ul className="people">
        {changes.products.map(({ productId, code, name }) => (
          <li key={productId}>
            <span className="person">
              {name[language]} <span className="facts">{code}</span>
            </span>
          </li>
        ))}
        {changes.prices.map(({ productId, list, code, name, validFrom, from, to }) => (
          <li key={`${list} ${productId}`}>
            <span className="person">
              {name[language]} <span className="facts">{code}</span>
              <span className="facts block">
                {list} · {t(texts.seenFrom, { date: formatDay(validFrom, language) })}
              </span>
            </span>
            <span className="number">
              <Breaks row={from.at(-1)} currency={currency} /> →{' '}
              <Breaks row={to.at(-1)} currency={currency} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
