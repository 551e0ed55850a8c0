import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { CustomerId } from '#shared/ids'
import { formatMoney } from '#shared/money'
import { deskTexts as texts } from '#shared/texts/desk'
import { roleTexts } from '#shared/texts/people'
import { Asked } from '../../components/Asked.tsx'
import { Facts } from '../../components/Facts.tsx'
import { useSay } from '../../components/language-context.ts'
import { formatMoment } from '../../formats.ts'
import { WaitingForOwner } from '../approvals/WaitingForOwner.tsx'
import { timeInWords } from '../calendar/time-left.ts'
import { useBatchName } from '../calendar/use-batches.ts'
import { useTimeLeft, type Window } from '../calendar/use-time-left.ts'
import { reachWords } from '../identity/reach-words.ts'
import { OrderState } from '../orders/OrderState.tsx'
import { type DeskShop, deskShopQuery } from './desk-queries.ts'
import { leaveDesk } from './desk-return.ts'

/** A shop as who answers the phone needs it: how it stands, its window, its latest orders, and the way to its grid. */
export function ShopAtDesk({ customerId, isOrdering }: { customerId: CustomerId; isOrdering: boolean }) {
  const found = useQuery(deskShopQuery(customerId, isOrdering))
  return (
    <Asked of={found}>
      {(shop) => (
        <div className="cards">
          <Standing shop={shop} />
          <LatestOrders shop={shop} />
          <People shop={shop} />
        </div>
      )}
    </Asked>
  )
}

function Standing({ shop }: { shop: DeskShop }) {
  const { t, language } = useSay()
  const batchName = useBatchName()
  const { customer, day, receivedAt, current } = shop
  const { available, creditLimit, holdReason, grade, batch, licence } = customer
  const { company, window } = day
  const money = (minor: number) => formatMoney(minor, company.currency, language)
  const windowLeft = window ? (
    <WindowLeft window={{ cycle: window, receivedAt }} zone={company.timeZone} />
  ) : (
    t(texts.noWindow)
  )
  return (
    <section className="card first" aria-labelledby="shop-at-desk">
      <h2 id="shop-at-desk">{customer.name[language]}</h2>
      <p className="facts mb-2">
        {customer.number} · {customer.code}
      </p>
      {(holdReason ?? customer.isOnHold) && (
        <p className="notice bad">{holdReason ? t(texts.hold, { reason: holdReason }) : t(texts.onHold)}</p>
      )}
      {shop.waiting && <WaitingForOwner waiting={shop.waiting} />}
      <Facts
        facts={[
          [t(texts.grade), grade],
          [t(texts.batch), batch && batchName(batch)],
          [t(texts.window), windowLeft],
          [
            t(texts.available),
            available === undefined ? creditLimit === undefined && t(texts.noLimit) : money(available),
          ],
          [t(texts.current), current ? `${current.number} · ${money(current.total)}` : t(texts.noCurrent)],
          [t(texts.draft), useDraftWords(shop)],
          [t(texts.licence), licence?.number],
        ]}
      />
      <Ways shop={shop} />
    </section>
  )
}

/** Where one goes from here; Enter found the shop, and Enter again takes the first way. */
function Ways({ shop }: { shop: DeskShop }) {
  const { t, language } = useSay()
  const { customer, day, current, draft } = shop
  const { customerId } = customer
  const { oneOrderACycle, currency } = day.company
  const way = useRef<HTMLAnchorElement>(null)
  useEffect(() => way.current?.focus(), [])
  return (
    <div className="actions mt-3">
      {draft && (
        <a
          ref={way}
          className="button"
          href={`/${language}/order/?customer=${customerId}`}
          onClick={() => leaveDesk(customerId)}
        >
          {oneOrderACycle && current
            ? t(texts.changeOrder, {
                number: current.number,
                total: formatMoney(current.total, currency, language),
              })
            : t(texts.openGrid)}
        </a>
      )}
      <a ref={draft ? undefined : way} className="quiet" href={`/${language}/staff/customers/${customerId}/`}>
        {t(texts.record)}
      </a>
    </div>
  )
}

/** What waits to be placed; nothing for who may not order. */
function useDraftWords({ draft, day }: DeskShop): string | undefined {
  const { t, language } = useSay()
  if (!draft) return undefined
  if (draft.kind === 'none') return t(texts.noDraft)
  const time = formatMoment(draft.changedAt, day.company.timeZone, language)
  return draft.kind === 'change'
    ? t(texts.draftChange, { time })
    : t(texts.draftLines, { count: draft.count, time })
}

function WindowLeft({ window, zone }: { window: Window; zone: string }) {
  const { t, language } = useSay()
  const left = useTimeLeft(window)
  const { isOpen, opensAt } = window.cycle
  if (!isOpen) return t(texts.opens, { time: formatMoment(opensAt, zone, language) })
  return (
    <span className="pill is-attention" role="timer">
      {t(texts.left, { time: timeInWords(left, language) })}
    </span>
  )
}

function LatestOrders({ shop: { orders, day } }: { shop: DeskShop }) {
  const { t, language } = useSay()
  return (
    <section className="card">
      <h2 className="mb-2">{t(texts.lastOrders)}</h2>
      {orders.length === 0 && <p className="text-soft">{t(texts.noOrders)}</p>}
      <ul className="cards">
        {orders.map(({ orderId, number, total, currency, state, placedAt }) => (
          <li key={orderId} className="flex flex-wrap items-center justify-between gap-2">
            <span>
              <a className="link" href={`/${language}/orders/${orderId}/`}>
                {number}
              </a>{' '}
              <span className="facts">{formatMoment(placedAt, day.company.timeZone, language)}</span>
            </span>
            <span className="flex items-center gap-2">
              {formatMoney(total, currency, language)} <OrderState state={state} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function People({ shop: { people, customer } }: { shop: DeskShop }) {
  const { t } = useSay()
  if (people.length === 0 && !customer.phone) return null
  return (
    <section className="card">
      <h2 className="mb-2">{t(texts.people)}</h2>
      <ul className="cards">
        {customer.phone && (
          <li>
            <a className="link" href={`tel:${customer.phone}`}>
              {reachWords({ phone: customer.phone })}
            </a>
          </li>
        )}
        {people.map(({ personId, name, phone, role, title }) => (
          <li key={personId} className="flex flex-wrap items-center justify-between gap-2">
            <span>
              {name} <span className="facts">{role ? t(roleTexts[role]) : title}</span>
            </span>
            {phone && (
              <a className="link" href={`tel:${phone}`}>
                {reachWords({ phone })}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
