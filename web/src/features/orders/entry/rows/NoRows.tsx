import { orderEmptyTexts as texts } from '#shared/texts/order-empty'
import { useSay } from '../../../../components/language-context.ts'

/** The catalogue is not published yet. */
export function NothingToOrder() {
  const { t } = useSay()
  return (
    <section className="card">
      <h2>{t(texts.empty)}</h2>
      <p className="text-soft">{t(texts.emptyHint)}</p>
    </section>
  )
}

/** Nothing is called like that, or stands under the filter. */
export function NothingFound({ query, onShowAll }: { query: string; onShowAll: () => void }) {
  const { t } = useSay()
  return (
    <p className="p-4 text-soft" role="status">
      {query && t(texts.nothingFound, { query })}{' '}
      <button type="button" className="link" onClick={onShowAll}>
        {t(texts.showAll)}
      </button>
    </p>
  )
}
