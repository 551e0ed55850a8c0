import { lazy, type SubmitEvent, Suspense, useState } from 'react'
import type { OrderList } from '#shared/drafts'
import { orderListLineTexts } from '#shared/texts/order-list-lines'
import { orderListTexts as texts } from '#shared/texts/order-lists'
import { useSay } from '../../../../components/language-context.ts'
import { FAVOURITES } from '../rows/favourites.ts'
import { useSheet } from '../sheet-context.ts'
import type { ListLinesProps } from './ListLines.tsx'
import { OrderListHistory } from './OrderListHistory.tsx'

const ListLines = lazy(async () => ({ default: (await import('./ListLines.tsx')).ListLines }))

type ListCardProps = ListLinesProps & {
  mayKeep: boolean
  onPut: (list: OrderList, isInstead: boolean) => void
  onKeep: () => void
  onRename: (name: string) => void
  onDouble: () => void
  onRemove: () => void
}

/** One list with what may be done with it. */
export function ListCard(props: ListCardProps) {
  const { list, mayKeep, onPut, onKeep, onRename, onDouble, onRemove } = props
  const { t, language } = useSay()
  const { offers, assortment } = useSheet()
  const [asks, setAsks] = useState<'name' | 'removal'>()
  const { name, lines } = list
  const filled = lines.filter(({ quantity }) => quantity > 0)
  const isOwn = list.listId !== FAVOURITES
  const names = lines.slice(0, 4).map(({ productId }) => offers.get(productId)?.name[language] ?? '…')
  const rename = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    onRename(String(new FormData(event.currentTarget).get('name')).trim())
    setAsks(undefined)
  }
  return (
    <section className="card list-card">
      <h3>{name}</h3>
      <p className="facts">
        {t(texts.lines, { count: lines.length })}
        {names.length > 0 && ` · ${names.join(language === 'zh' ? '、' : ', ')}`}
      </p>
      {asks === 'name' ? (
        <form className="list-keep" onSubmit={rename}>
          <input
            className="text-box"
            name="name"
            required
            maxLength={60}
            defaultValue={name}
            aria-label={t(texts.name)}
          />
          <button type="submit" className="button">
            {t(texts.keep)}
          </button>
        </form>
      ) : asks === 'removal' ? (
        <p className="actions">
          <button type="button" className="quiet danger" onClick={onRemove}>
            {t(texts.removeNow, { name })}
          </button>
          <button type="button" className="quiet" onClick={() => setAsks(undefined)}>
            {t(texts.keepIt)}
          </button>
        </p>
      ) : (
        <>
          {filled.length > 0 && (
            <div className="actions">
              <button type="button" className="button" onClick={() => onPut(list, false)}>
                {t(texts.add)}
              </button>
              <button type="button" className="quiet" onClick={() => onPut(list, true)}>
                {t(texts.instead)}
              </button>
            </div>
          )}
          {lines.length > 0 && <Lines {...props} />}
          <details className="list-more">
            <summary>{t(texts.more)}</summary>
            <div className="actions">
              <button type="button" className="quiet" onClick={onDouble}>
                {t(texts.double)}
              </button>
              {isOwn && <OwnActions {...{ mayKeep, onKeep }} onAsk={setAsks} />}
            </div>
            <OrderListHistory customerId={assortment.customer.customerId} list={list} />
          </details>
        </>
      )}
    </section>
  )
}

/** The lines are made when they are asked for: a list may hold five hundred. */
function Lines({ list, others, onSave }: ListLinesProps) {
  const { t } = useSay()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="list-more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t(orderListLineTexts.edit)}</summary>
      <Suspense>{isOpen && <ListLines {...{ list, others, onSave }} />}</Suspense>
    </details>
  )
}

function OwnActions({
  mayKeep,
  onKeep,
  onAsk,
}: Pick<ListCardProps, 'mayKeep' | 'onKeep'> & { onAsk: (asks: 'name' | 'removal') => void }) {
  const { t } = useSay()
  return (
    <>
      {mayKeep && (
        <button type="button" className="quiet" onClick={onKeep}>
          {t(texts.keepOver)}
        </button>
      )}
      <button type="button" className="quiet" onClick={() => onAsk('name')}>
        {t(texts.rename)}
      </button>
      <button type="button" className="quiet" onClick={() => onAsk('removal')}>
        {t(texts.remove)}
      </button>
    </>
  )
}
