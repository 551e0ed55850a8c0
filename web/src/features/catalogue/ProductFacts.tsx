import { useQuery } from '@tanstack/react-query'
import type { Product } from '#shared/catalogue'
import { productFieldTexts as fields, productTexts as texts } from '#shared/texts/products'
import { countInUnit } from '#shared/unit-chain'
import { Facts } from '../../components/Facts.tsx'
import { useSay } from '../../components/language-context.ts'
import { categoriesQuery } from './catalogue-queries.ts'

/** The record of a product to read. */
export function ProductFacts({ product }: { product: Product }) {
  const { t, language } = useSay()
  const { data: categories } = useQuery(categoriesQuery)
  const { category, brand, unit, packs, barcode, minimum, multiple, taxRate } = product
  const chain = packs.map(({ unit: pack, contains }, at) =>
    t(texts.chain, {
      pack: pack[language],
      count: countInUnit(contains, packs[at - 1]?.unit ?? unit, language),
    }),
  )
  const inTree = categories?.items.find(({ code }) => code === category)
  return (
    <Facts
      facts={[
        [t(fields.category), inTree?.name[language] ?? category],
        [t(fields.brand), brand],
        [t(fields.unit), unit[language]],
        [t(fields.packs), chain.join(language === 'zh' ? '；' : '; ')],
        [t(fields.barcode), barcode],
        [t(fields.minimum), minimum],
        [t(fields.multiple), multiple],
        [t(fields.taxRate), taxRate / 100],
      ]}
    />
  )
}
