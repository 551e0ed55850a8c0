import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Currency } from '#shared/money'
import { priceListTexts as listTexts } from '#shared/texts/price-list'
import { priceTexts as texts } from '#shared/texts/prices'
import { Reading } from '../../components/Asked.tsx'
import { MomentField } from '../../components/form/MomentField.tsx'
import { ChoiceField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { FilterFold } from '../../components/list/FilterFold.tsx'
import { FindBox } from '../../components/list/FindBox.tsx'
import { RecordList } from '../../components/list/RecordList.tsx'
import { useChosen } from '../../components/list/use-chosen.ts'
import { useOpened } from '../../components/list/use-opened.ts'
import { More } from '../../components/More.tsx'
import { usePages } from '../../components/use-pages.ts'
import { beginExport, ExportFile } from '../exports/ExportFile.tsx'
import { ListHistory } from './ListHistory.tsx'
import { PriceBulk } from './PriceBulk.tsx'
import { PriceDialog } from './PriceDialog.tsx'
import { PriceHistoryDialog } from './PriceHistory.tsx'
import { keyOfPrice, type PriceFilters, priceListsQuery, readPrices } from './price-queries.ts'
import { RemovedPrices } from './RemovedPrices.tsx'
import { usePriceColumns } from './use-price-columns.tsx'

type PricesOfListProps = {
  filters: PriceFilters
  onChange: (changes: Partial<PriceFilters>) => void
  currency: Currency
  maySave: boolean
  mayRead: boolean
}

/** The rows of one price list: found, opened to be changed, and ended by the dozen. */
export function PricesOfList({ filters, onChange, currency, maySave, mayRead }: PricesOfListProps) {
  const { t, language } = useSay()
  const [isAdding, setAdding] = useState(false)
  const { opened, close } = useOpened()
  const columns = usePriceColumns(currency)
  const chosen = useChosen(JSON.stringify(filters))
  const rows = usePages(['prices', filters], (cursor) => readPrices(filters, cursor))
  const price = rows.items?.find((row) => keyOfPrice(row) === opened)
  const isFiltered = Boolean(filters.text || filters.asOf)
  return (
    <section>
      <Filters filters={filters} onChange={onChange} />
      <div className="actions">
        <ExportFile
          key={JSON.stringify(filters)}
          begin={beginExport({ kind: 'prices', filter: filters }, '')}
        />
        {maySave && (
          <button type="button" className="link" onClick={() => setAdding(true)}>
            ＋ {t(texts.addPrice)}
          </button>
        )}
      </div>
      {mayRead && <ListHistory list={filters.list} />}
      <Reading of={rows} />
      {rows.items?.length === 0 && (
        <p className="card text-soft">{t(isFiltered ? listTexts.noneFits : texts.none)}</p>
      )}
      {rows.items && rows.items.length > 0 && (
        <RecordList
          list="prices"
          label={t(texts.title)}
          rows={rows.items}
          keyOf={keyOfPrice}
          head={{
            title: texts.product,
            name: ({ name }) => name[language],
            href: (row) =>
              mayRead ? `#${keyOfPrice(row)}` : `/${language}/staff/products/${row.productId}/`,
          }}
          columns={columns}
          chosen={maySave ? chosen : undefined}
        />
      )}
      <More onMore={rows.more} isReading={rows.isReadingMore} />
      {maySave && <PriceBulk chosen={chosen} prices={rows.items ?? []} />}
      {mayRead && <RemovedPrices list={filters.list} />}
      {price && mayRead && !maySave && <PriceHistoryDialog price={price} onClose={close} />}
      {price && maySave && <PriceDialog key={opened} list={filters.list} price={price} onClose={close} />}
      {isAdding && <PriceDialog list={filters.list} price={undefined} onClose={() => setAdding(false)} />}
    </section>
  )
}

function Filters({ filters, onChange }: Pick<PricesOfListProps, 'filters' | 'onChange'>) {
  const { t, language } = useSay()
  const { data: lists } = useQuery(priceListsQuery)
  return (
    <FilterFold
      first={
        <>
          <ChoiceField
            label={t(texts.list)}
            value={filters.list}
            options={(lists?.items ?? []).map(({ list, name, level }) => ({
              value: list,
              name: `${name[language]} · ${t(texts[level])}`,
            }))}
            onChange={(list) => onChange({ list })}
          />
          <FindBox value={filters.text} onChange={(text) => onChange({ text })} />
        </>
      }
      set={{ asOf: filters.asOf }}
      onClear={onChange}
    >
      <MomentField label={t(texts.asOf)} value={filters.asOf} onChange={(asOf) => onChange({ asOf })} />
    </FilterFold>
  )
}
