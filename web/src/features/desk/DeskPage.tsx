import { useQuery } from '@tanstack/react-query'
import { isId } from '#shared/ids'
import type { Language } from '#shared/languages'
import { formatMoney } from '#shared/money'
import { deskTexts as texts } from '#shared/texts/desk'
import { useSay } from '../../components/language-context.ts'
import { StaffPortal } from '../../components/StaffPortal.tsx'
import { isSearched, useAddress } from '../../components/use-address.ts'
import { may } from '../identity/session-queries.ts'
import { CallerFinder } from './CallerFinder.tsx'
import { placedQuery } from './desk-queries.ts'
import { OpenObjections } from './OpenObjections.tsx'
import { ShopAtDesk } from './ShopAtDesk.tsx'

const names = ['text', 'customer', 'placed'] as const

/** Where staff order for who phones: found by anything the caller says, and the shop at a glance. */
export function DeskPage({ language }: { language: Language }) {
  return (
    <StaffPortal language={language} deed="seeObjections" title={texts.title}>
      {(session) => <Desk isOrdering={may(session, 'order')} />}
    </StaffPortal>
  )
}

function Desk({ isOrdering }: { isOrdering: boolean }) {
  const { t } = useSay()
  const [{ text, customer, placed }, change] = useAddress(names, isSearched)
  return (
    <>
      <header className="page-head">
        <h1>{t(texts.title)}</h1>
      </header>
      {!isOrdering && <p className="notice">{t(texts.mayLook)}</p>}
      {isId('order', placed) && <Placed orderId={placed} />}
      <div className="desk">
        <CallerFinder
          text={text}
          chosen={customer}
          onFind={(found) => change({ text: found, customer: '', placed: '' })}
          onChoose={(customerId) => change({ customer: customerId, placed: '' })}
        />
        {isId('customer', customer) && (
          <ShopAtDesk key={customer} customerId={customer} isOrdering={isOrdering} />
        )}
      </div>
      <OpenObjections />
    </>
  )
}

function Placed({ orderId }: { orderId: `ord_${string}` }) {
  const { t, language } = useSay()
  const { data } = useQuery(placedQuery(orderId))
  if (!data) return null
  const { number, total, currency } = data
  return (
    <p className="notice good" role="status">
      {t(texts.placed, { number, total: formatMoney(total, currency, language) })}{' '}
      <a href={`/${language}/orders/${orderId}/`}>{t(texts.see)}</a> {t(texts.next)}
    </p>
  )
}
