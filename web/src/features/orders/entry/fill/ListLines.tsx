import { type SubmitEvent, useState } from 'react'
import type { OrderList } from '#shared/drafts'
import { orderListLineTexts as texts } from '#shared/texts/order-list-lines'
import { useSay } from '../../../../components/language-context.ts'
import { useSheet } from '../sheet-context.ts'
import { type ListLine, withLine, withoutLine, writtenLine } from './list-lines.ts'

export type ListLinesProps = {
  list: OrderList
  /** Where a line may go. */
  others: readonly OrderList[]
  /** False when it was not saved. */
  onSave: (list: OrderList, lines: ListLine[]) => Promise<boolean>
}

/** The lines of a list, each to be changed, taken out, or put into another list. */
export function ListLines({ list, others, onSave }: ListLinesProps) {
  return (
    <ul className="list-lines">
      {list.lines.map((line) => (
        <Line key={[line.productId, line.quantity, line.note].join()} {...{ list, line, others, onSave }} />
      ))}
    </ul>
  )
}

function Line({ list, line, others, onSave }: ListLinesProps & { line: ListLine }) {
  const { t, language } = useSay()
  const { offers } = useSheet()
  const [isWrong, setWrong] = useState(false)
  const { productId } = line
  const name = offers.get(productId)?.name[language] ?? t(texts.notOnOffer)
  const keep = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const field = (key: string) => String(data.get(key) ?? '')
    const written = writtenLine(productId, field('quantity'), field('note'))
    setWrong(!written)
    if (written) void onSave(list, withLine(list.lines, written))
  }
  return (
    <li>
      <form className="list-line" onSubmit={keep}>
        <strong>{name}</strong>
        <label className="field">
          {t(texts.quantity)}
          <input
            className="text-box"
            name="quantity"
            inputMode="numeric"
            maxLength={6}
            defaultValue={line.quantity || ''}
            aria-label={t(texts.quantityOf, { name })}
            aria-invalid={isWrong || undefined}
          />
        </label>
        <label className="field">
          {t(texts.note)}
          <input
            className="text-box"
            name="note"
            maxLength={200}
            defaultValue={line.note}
            aria-label={t(texts.noteOf, { name })}
          />
        </label>
        {isWrong && <p className="is-refused">{t(texts.wrong)}</p>}
        <div className="actions">
          <button type="submit" className="quiet">
            {t(texts.keep)}
          </button>
          <button
            type="button"
            className="quiet"
            aria-label={t(texts.takeOutOf, { name })}
            onClick={() => void onSave(list, withoutLine(list.lines, productId))}
          >
            {t(texts.takeOut)}
          </button>
        </div>
      </form>
      {others.length > 0 && <Elsewhere {...{ list, line, others, onSave, name }} />}
    </li>
  )
}

/** Puts a line into another list; moved, it leaves this one only once it is there. */
function Elsewhere({ list, line, others, onSave, name }: ListLinesProps & { line: ListLine; name: string }) {
  const { t } = useSay()
  const [targetId, setTarget] = useState('')
  const target = others.find(({ listId }) => listId === targetId)
  const copy = async () => target !== undefined && onSave(target, withLine(target.lines, line))
  const move = async () => {
    if (await copy()) await onSave(list, withoutLine(list.lines, line.productId))
  }
  return (
    <div className="actions">
      <select
        className="text-box"
        value={targetId}
        aria-label={t(texts.targetOf, { name })}
        onChange={(event) => setTarget(event.target.value)}
      >
        <option value="">{t(texts.target)}</option>
        {others.map((other) => (
          <option key={other.listId} value={other.listId}>
            {other.name}
          </option>
        ))}
      </select>
      <button type="button" className="quiet" disabled={!target} onClick={() => void move()}>
        {t(texts.move)}
      </button>
      <button type="button" className="quiet" disabled={!target} onClick={() => void copy()}>
        {t(texts.copy)}
      </button>
    </div>
  )
}
