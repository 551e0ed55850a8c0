import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { Text } from '#shared/languages'
import { listTexts as texts } from '#shared/texts/lists'
import { useSay } from '../language-context.ts'
import { ColumnChoice } from './ColumnChoice.tsx'
import { type Column, chosenColumns, keepColumns } from './columns.ts'
import type { Chosen } from './use-chosen.ts'

type RecordListProps<Row> = {
  /** Under which the chosen columns are remembered. */
  list: string
  label: string
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** The first column: what names a row, where it leads, and what is said of it at once. */
  head: {
    title: Text
    name: (row: Row) => string
    href: (row: Row) => string
    before?: (row: Row) => ReactNode
    beside?: (row: Row) => ReactNode
  }
  columns: readonly Column<Row>[]
  chosen?: Chosen
}

/** A staff list: a table whose columns a person chooses, walked by arrow keys; on a phone each row is a card. */
export function RecordList<Row>({ list, label, rows, keyOf, head, columns, chosen }: RecordListProps<Row>) {
  const { t } = useSay()
  const [shown, setShown] = useState(() => chosenColumns(list, columns))
  const visible = columns.filter(({ key }) => shown.includes(key))
  const choose = (keys: string[]) => {
    keepColumns(list, keys)
    setShown(keys)
  }
  const areAllChosen = chosen !== undefined && rows.every((row) => chosen.keys.has(keyOf(row)))
  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) =>
    walk(event, (at) => {
      const row = rows[at]
      if (row) chosen?.toggle(keyOf(row))
    })
  return (
    <>
      <div className="list-tools">
        <span className="facts only-wide">{t(chosen ? texts.chooseHint : texts.findHint)}</span>
        <ColumnChoice columns={columns} shown={shown} onChoose={choose} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page is scrolled by keyboard too */}
      <section className="card ledger-frame" tabIndex={0} aria-label={label}>
        <table className="ledger records">
          <thead>
            <tr>
              {chosen && (
                <th scope="col" className="choice">
                  <input
                    type="checkbox"
                    aria-label={t(texts.selectAll)}
                    checked={areAllChosen}
                    onChange={() => chosen.set(areAllChosen ? [] : rows.map(keyOf))}
                  />
                </th>
              )}
              <th scope="col">{t(head.title)}</th>
              {visible.map(({ key, title, isNumber, isAction }) => (
                <th key={key} scope="col" className={isNumber ? 'number' : undefined}>
                  <span className={isAction ? 'sr-only' : undefined}>{t(title)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody onKeyDown={onKeyDown}>
            {rows.map((row) => (
              <RecordRow key={keyOf(row)} {...{ row, keyOf, head, visible, chosen }} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

type RecordRowProps<Row> = Pick<RecordListProps<Row>, 'keyOf' | 'head' | 'chosen'> & {
  row: Row
  visible: readonly Column<Row>[]
}

function RecordRow<Row>({ row, keyOf, head, visible, chosen }: RecordRowProps<Row>) {
  const { t } = useSay()
  const key = keyOf(row)
  const isChosen = chosen?.keys.has(key) === true
  return (
    <tr className={isChosen ? 'is-chosen' : undefined}>
      {chosen && (
        <td className="choice">
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={t(texts.selectRow, { name: head.name(row) })}
            checked={isChosen}
            onChange={() => chosen.toggle(key)}
          />
        </td>
      )}
      <th scope="row">
        <span className="row-head">
          {head.before?.(row)}
          <a className="link" data-row href={head.href(row)}>
            {head.name(row)}
          </a>
          {head.beside?.(row)}
        </span>
      </th>
      {visible.map(({ key: column, title, cell, isNumber, isOneLine, isAction }) => (
        <td
          key={column}
          className={isNumber ? 'number' : isOneLine || isAction ? 'one-line' : undefined}
          data-title={isAction ? undefined : t(title)}
        >
          {cell(row)}
        </td>
      ))}
    </tr>
  )
}

/** Arrow keys move from row to row, Home and End to the ends, the space bar chooses. */
function walk(event: KeyboardEvent<HTMLTableSectionElement>, toggle: (at: number) => void): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const at = event.target instanceof HTMLElement ? links.indexOf(event.target) : -1
  if (at < 0) return
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key]
  if (to === undefined && event.key !== ' ') return
  event.preventDefault()
  if (to === undefined) toggle(at)
  else links[to]?.focus()
}
