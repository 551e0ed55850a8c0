import { useQuery } from '@tanstack/react-query'
import { type Product, productStateNames } from '#shared/catalogue'
import type { SessionView } from '#shared/identity'
import type { Language } from '#shared/languages'
import { listTexts } from '#shared/texts/lists'
import { productFieldTexts as fields, productStateTexts, productTexts as texts } from '#shared/texts/products'
import { ChoiceField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import type { Column } from '../../components/list/columns.ts'
import { FilterFold } from '../../components/list/FilterFold.tsx'
import { FindBox } from '../../components/list/FindBox.tsx'
import { ListFrame } from '../../components/list/ListFrame.tsx'
import { RecordList } from '../../components/list/RecordList.tsx'
import { useChosen } from '../../components/list/use-chosen.ts'
import { QueryPortal } from '../../components/QueryPortal.tsx'
import { useAddress } from '../../components/use-address.ts'
import { usePages } from '../../components/use-pages.ts'
import { beginExport, ExportFile } from '../exports/ExportFile.tsx'
import { may } from '../identity/session-queries.ts'
import { NothingYet } from '../imports/NothingYet.tsx'
import { Categories } from './Categories.tsx'
import { categoriesQuery, type ProductFilters, productFilters, readProducts } from './catalogue-queries.ts'
import { NewProduct } from './NewProduct.tsx'
import { ProductBulk } from './ProductBulk.tsx'
import { ProductPicture } from './ProductPicture.tsx'
import { ProductStatePill } from './ProductStatePill.tsx'

/** What the company sells: found, narrowed, and opened to be changed. */
export function ProductsPage({ language }: { language: Language }) {
  return <QueryPortal language={language}>{(session) => <Products session={session} />}</QueryPortal>
}

function Products({ session }: { session: SessionView }) {
  const { t, language } = useSay()
  const [filters, setFilters] = useAddress(productFilters)
  const list = usePages(['products', filters], (cursor) => readProducts(filters, cursor))
  const columns = useProductColumns()
  const chosen = useChosen(JSON.stringify(filters))
  const maySave = may(session, 'keepProducts')
  return (
    <>
      <ListFrame
        title={t(texts.title)}
        actions={
          <>
            <ExportFile
              key={JSON.stringify(filters)}
              begin={beginExport({ kind: 'products', filter: filters }, '')}
            />
            {maySave && <NewProduct />}
          </>
        }
        filters={<Filters filters={filters} onChange={setFilters} />}
        pages={list}
        none={
          Object.values(filters).some(Boolean) ? (
            <p className="card text-soft">{t(texts.noneFits)}</p>
          ) : (
            <NothingYet title={texts.none} hint={texts.noneHint} kind="products" session={session} />
          )
        }
      >
        {(rows) => (
          <RecordList
            list="products"
            label={t(texts.title)}
            rows={rows}
            keyOf={({ productId }) => productId}
            head={{
              title: fields.name,
              name: ({ name }) => name[language],
              href: ({ productId }) => `/${language}/staff/products/${productId}/`,
              before: (product) => <ProductPicture product={product} size={96} isDecoration />,
              beside: ({ state }) => <ProductStatePill state={state} />,
            }}
            columns={columns}
            chosen={maySave ? chosen : undefined}
          />
        )}
      </ListFrame>
      <ProductBulk chosen={chosen} products={list.items ?? []} />
      {maySave && <Categories />}
    </>
  )
}

type FiltersProps = { filters: ProductFilters; onChange: (changes: Partial<ProductFilters>) => void }

function Filters({ filters, onChange }: FiltersProps) {
  const { t, language } = useSay()
  const { data } = useQuery(categoriesQuery)
  const { text: asked, ...narrowed } = filters
  return (
    <FilterFold
      first={<FindBox hint={t(texts.findHint)} value={asked} onChange={(text) => onChange({ text })} />}
      set={narrowed}
      onClear={onChange}
    >
      <ChoiceField
        label={t(fields.category)}
        none={t(listTexts.all)}
        value={filters.category}
        options={(data?.items ?? []).map(({ code, name, path }) => ({
          value: code,
          name: `${'\u3000'.repeat(path.length - 1)}${name[language]}`,
        }))}
        onChange={(category) => onChange({ category })}
      />
      <ChoiceField
        label={t(fields.state)}
        none={t(listTexts.all)}
        value={filters.state}
        options={productStateNames.map((value) => ({ value, name: t(productStateTexts[value]) }))}
        onChange={(state) => onChange({ state })}
      />
    </FilterFold>
  )
}

function useProductColumns(): Column<Product>[] {
  const { language } = useSay()
  const { data } = useQuery(categoriesQuery)
  const categoryName = (code: string) =>
    data?.items.find((category) => category.code === code)?.name[language] ?? code
  return [
    { key: 'code', title: fields.code, cell: ({ code }) => code, isUsual: true },
    {
      key: 'category',
      title: fields.category,
      cell: ({ category }) => categoryName(category),
      isUsual: true,
    },
    { key: 'brand', title: fields.brand, cell: ({ brand }) => brand, isUsual: true },
    { key: 'unit', title: fields.unit, cell: ({ unit }) => unit[language], isUsual: true },
    { key: 'barcode', title: fields.barcode, cell: ({ barcode }) => barcode },
    { key: 'minimum', title: fields.minimum, cell: ({ minimum }) => minimum, isNumber: true },
    { key: 'multiple', title: fields.multiple, cell: ({ multiple }) => multiple, isNumber: true },
    { key: 'tax', title: fields.taxRate, cell: ({ taxRate }) => taxRate / 100, isNumber: true },
  ]
}
