import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import type { ProductId } from '#shared/ids'
import type { OrderDetails } from '#shared/orders'
import { MOST_QUANTITY } from '#shared/quantity-rules'
import { correctionTexts as texts } from '#shared/texts/corrections'
import { useSay } from '../../components/language-context.ts'
import { ProductFinder } from '../catalogue/ProductFinder.tsx'
import { ProductName } from '../catalogue/ProductName.tsx'
import { type CorrectedLines, withoutProduct, withProduct } from './corrected-lines.ts'

type CorrectionLinesProps = {
  order: OrderDetails
  lines: CorrectedLines
  onChange: (lines: CorrectedLines) => void
}

/** The lines of an order to be put right: each with its quantity and a way to take it away, and a finder to add more. */
export function CorrectionLines({ order, lines, onChange }: CorrectionLinesProps) {
  const { t, language } = useSay()
  const [client] = useState(() => new QueryClient())
  const standing = order.lines.map(({ productId }) => productId)
  const shared = { lines, onChange }
  return (
    <QueryClientProvider client={client}>
      <ul className="cards">
        {standing.map((productId) => (
          <CorrectionLine key={productId} productId={productId} {...shared}>
            {order.products[productId]?.name[language] ?? productId}
          </CorrectionLine>
        ))}
        {lines.added.map((productId) => (
          <CorrectionLine key={productId} productId={productId} {...shared}>
            <ProductName productId={productId} />
          </CorrectionLine>
        ))}
      </ul>
      <ProductFinder
        label={t(texts.add)}
        without={[...standing, ...lines.added]}
        onChoose={(productId) => onChange(withProduct(lines, productId))}
      />
    </QueryClientProvider>
  )
}

type CorrectionLineProps = Omit<CorrectionLinesProps, 'order'> & { productId: ProductId; children: ReactNode }

function CorrectionLine({ productId, lines, onChange, children }: CorrectionLineProps) {
  const { t } = useSay()
  const id = useId()
  const isGone = lines.gone.includes(productId)
  const onQuantity = (quantity: string) =>
    onChange({ ...lines, quantities: { ...lines.quantities, [productId]: quantity } })
  return (
    <li className="correction-line">
      <label htmlFor={id}>{isGone ? <s>{children}</s> : children}</label>
      <input
        id={id}
        className="text-box"
        type="number"
        min={0}
        max={MOST_QUANTITY}
        value={isGone ? '0' : (lines.quantities[productId] ?? '')}
        onChange={(event) => onQuantity(event.target.value)}
        disabled={isGone}
        required
      />
      <button type="button" className="quiet" onClick={() => onChange(withoutProduct(lines, productId))}>
        {t(isGone ? texts.putBack : texts.takeAway)}
      </button>
    </li>
  )
}
