import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ProductId } from '#shared/ids'
import { useSay } from '../../components/language-context.ts'
import { FindBox } from '../../components/list/FindBox.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { readProducts } from './catalogue-queries.ts'

const MOST_SHOWN = 6

type ProductFinderProps = {
  label: string
  /** Products that are not offered. */
  without: readonly ProductId[]
  onChoose: (productId: ProductId) => void
}

/** Finds a product by name, pinyin, code or barcode, and hands over the one that is chosen. */
export function ProductFinder({ label, without, onChoose }: ProductFinderProps) {
  const { language } = useSay()
  const [text, setText] = useState('')
  const found = useQuery({
    queryKey: ['products', 'finder', text],
    queryFn: () => readProducts({ text }, undefined, MOST_SHOWN),
    enabled: text !== '',
  })
  const offered = text ? found.data?.items.filter(({ productId }) => !without.includes(productId)) : []
  return (
    <>
      <FindBox label={label} value={text} onChange={setText} isShy />
      {found.error && <Trouble isPart error={found.error} onRetry={() => void found.refetch()} />}
      <div className="actions mt-2">
        {offered?.map(({ productId, name }) => (
          <button
            key={productId}
            type="button"
            className="quiet"
            onClick={() => {
              onChoose(productId)
              setText('')
            }}
          >
            ＋ {name[language]}
          </button>
        ))}
      </div>
    </>
  )
}
