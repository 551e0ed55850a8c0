import { useCallback, useMemo, useState } from 'react'
import type { ProductId } from '#shared/ids'
import { linesOfRows, matchRows, type RowChoices } from '#shared/match-rows'
import { indexNames } from '#shared/name-index'
import { readText } from '#shared/read-rows'
import { orderPasteTexts as texts } from '#shared/texts/order-paste'
import { useSay } from '../../../../components/language-context.ts'
import { SheetDialog } from '../SheetDialog.tsx'
import { useSheet } from '../sheet-context.ts'
import { rowsInstead } from './fill-instead.ts'
import { PastedRows } from './PastedRows.tsx'
import { useRowFile } from './use-row-file.ts'

const noChoices: RowChoices = { products: new Map(), quantities: new Map() }

/** A list from Excel, a chat or a file becomes lines of the sheet: a verdict a row, mended here before it is put in. */
export function PasteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useSay()
  const { assortment, offers, keeper, fill } = useSheet()
  const [text, setText] = useState('')
  const [choices, setChoices] = useState(noChoices)
  const file = useRowFile(assortment.customer.customerId, () => {
    setText('')
    setChoices(noChoices)
  })
  const { cells, trouble } = file
  const index = useMemo(() => indexNames(assortment.items), [assortment.items])
  const rows = useMemo(() => cells ?? readText(text), [cells, text])
  const verdicts = useMemo(() => matchRows(rows, index, offers, choices), [rows, index, offers, choices])
  const lines = useMemo(() => linesOfRows(verdicts), [verdicts])
  const choose = useCallback((row: number, productId: ProductId) => {
    setChoices((before) => ({ ...before, products: new Map(before.products).set(row, productId) }))
  }, [])
  const decide = useCallback((row: number, quantity: number) => {
    setChoices((before) => ({ ...before, quantities: new Map(before.quantities).set(row, quantity) }))
  }, [])
  const tell = useCallback((column: number) => setChoices((before) => ({ ...before, column })), [])
  const onText = (typed: string) => {
    file.forget()
    setText(typed)
    setChoices(noChoices)
  }
  const put = (isInstead: boolean) => {
    if (isInstead) fill(rowsInstead(lines, keeper.snapshot()), { way: 'replaced' })
    else keeper.add(lines)
    onClose()
  }
  const open = verdicts.filter(({ kind }) => kind !== 'matched').length
  return (
    <SheetDialog heading={t(texts.title)} onClose={onClose}>
      <label className="field">
        <span>{t(texts.hint)}</span>
        <textarea
          className="text-box"
          rows={rows.length > 3 ? 3 : 6}
          maxLength={200_000}
          value={text}
          placeholder={t(texts.example)}
          onChange={(event) => onText(event.target.value)}
        />
      </label>
      <label className="field">
        <span>{t(texts.file)}</span>
        <input
          type="file"
          accept=".csv,.txt,.xlsx"
          // The same file again, once it was mended, is a choice as well.
          onClick={(event) => {
            event.currentTarget.value = ''
          }}
          onChange={({ target: { files } }) => files?.[0] && file.read(files[0])}
        />
      </label>
      {file.isReading && <p role="status">{t(texts.reading)}</p>}
      {(trouble ?? (cells && verdicts.length === 0)) && (
        <p className="notice bad" role="alert">
          {trouble ?? t(texts.noRows, { name: file.name })}
        </p>
      )}
      {verdicts.length > 0 && (
        <p role="status">
          <strong>{t(texts.clear, { count: verdicts.length - open })}</strong>{' '}
          {open > 0 && <span className="is-attention">{t(texts.open, { count: open })}</span>}
        </p>
      )}
      <PastedRows verdicts={verdicts} onChoose={choose} onDecide={decide} onTell={tell} />
      <div className="actions sheet-dialog-foot">
        <button type="button" className="button" disabled={lines.length === 0} onClick={() => put(false)}>
          {t(texts.add, { count: lines.length })}
        </button>
        <button type="button" className="quiet" disabled={lines.length === 0} onClick={() => put(true)}>
          {t(texts.instead)}
        </button>
      </div>
    </SheetDialog>
  )
}
