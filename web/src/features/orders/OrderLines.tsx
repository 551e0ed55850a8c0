import { useMemo } from 'react'
import { formatMoney } from '#shared/money'
import type { OrderDetails, OrderLine } from '#shared/orders'
import { pictureName } from '#shared/picture-sizes'
import { drawProductPicture } from '#shared/product-picture'
import { orderTexts as texts } from '#shared/texts/orders'
import { countInUnit } from '#shared/unit-chain'
import { useSay } from '../../components/language-context.ts'

/** What of an order its lines are drawn from. */
type Lined = Pick<OrderDetails, 'lines' | 'total' | 'net' | 'tax' | 'currency' | 'products'>

/** The lines of an order with their pictures, and the total. */
export function OrderLines({ order }: { order: Lined }) {
  const { t, language } = useSay()
  const { lines, total, currency } = order
  // A document of history may hold a product in several lines.
  const keyed = lines.map((line, at) => ({ key: `${line.productId} ${at}`, line }))
  const hasWanted = lines.some(({ wanted, quantity }) => wanted !== quantity)
  if (lines.length === 0) return <p className="card text-soft mb-4">{t(texts.empty)}</p>
  return (
    <section className="card ledger-frame mb-4">
      <table className="ledger order-lines">
        <thead>
          <tr>
            <th scope="col">{t(texts.product)}</th>
            <th scope="col" className="number cell-price">
              {t(texts.price)}
            </th>
            {hasWanted && (
              <th scope="col" className="number cell-wanted">
                {t(texts.wanted)}
              </th>
            )}
            <th scope="col" className="number">
              {t(texts.quantity)}
            </th>
            <th scope="col" className="number">
              {t(texts.amount)}
            </th>
          </tr>
        </thead>
        <tbody>
          {keyed.map(({ key, line }) => (
            <Line key={key} line={line} order={order} hasWanted={hasWanted} />
          ))}
        </tbody>
        <tfoot>
          {order.tax > 0 && <TaxRows order={order} columns={hasWanted ? 4 : 3} />}
          <tr>
            <th scope="row">{t(texts.total)}</th>
            <td className="number" colSpan={hasWanted ? 4 : 3}>
              <strong>{formatMoney(total, currency, language)}</strong>
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

function TaxRows({ order, columns }: { order: Lined; columns: number }) {
  const { t, language } = useSay()
  const rows = [
    { name: t(texts.net), amount: order.net },
    { name: t(texts.tax), amount: order.tax },
  ]
  return rows.map(({ name, amount }) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td className="number" colSpan={columns}>
        {formatMoney(amount, order.currency, language)}
      </td>
    </tr>
  ))
}

function Line({ line, order, hasWanted }: { line: OrderLine; order: Lined; hasWanted: boolean }) {
  const { t, language } = useSay()
  const { productId, quantity, wanted, price, amount, limit } = line
  const product = order.products[productId]
  const name = product?.name[language] ?? productId
  const unit = product?.unit[language] ?? ''
  const money = (minor: number) => formatMoney(minor, order.currency, language)
  const picture = useMemo(() => product && pictureOf(product, name), [product, name])
  return (
    <tr>
      <th scope="row">
        <span className="line-product">
          {picture && <img className="picture" src={picture} alt="" width="56" height="56" />}
          <span>
            {name}
            <span className="facts block font-normal">
              {product?.code}
              {line.note && <span className="line-note"> · “{line.note}”</span>}
              {limit !== undefined && ` · ${t(texts.limited, { limit })}`}
              <span className="line-price"> · {money(price)}</span>
              {wanted !== quantity && (
                <span className="line-price">
                  {' '}
                  · {t(texts.wanted)} {wanted}
                </span>
              )}
            </span>
          </span>
        </span>
      </th>
      <td className="number cell-price">
        {money(price)}/{unit}
      </td>
      {hasWanted && <td className="number cell-wanted">{wanted}</td>}
      <td className="number">{countInUnit(quantity, product?.unit, language)}</td>
      <td className="number">{money(amount)}</td>
    </tr>
  )
}

/** The picture of a product, or its drawn stand-in. */
function pictureOf(product: NonNullable<OrderDetails['products'][string]>, name: string): string {
  if (product.picture) return `/api/pictures/${pictureName(product.picture, 96)}`
  return `data:image/svg+xml,${encodeURIComponent(drawProductPicture({ ...product, name }))}`
}
