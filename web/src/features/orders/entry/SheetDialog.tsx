import { type ReactNode, useEffect, useId, useRef } from 'react'
import { orderMendTexts as texts } from '#shared/texts/order-mend'
import { useSay } from '../../../components/language-context.ts'

type SheetDialogProps = { heading: string; onClose: () => void; children: ReactNode }

/** A dialog over the sheet: the whole window on a phone, a panel on wide screens. Escape and the button close it. */
export function SheetDialog({ heading, onClose, children }: SheetDialogProps) {
  const { t } = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="sheet-dialog" aria-labelledby={id} onClose={onClose}>
      <header className="sheet-dialog-head">
        <h2 id={id}>{heading}</h2>
        <button type="button" className="quiet" onClick={() => dialog.current?.close()}>
          {t(texts.close)}
        </button>
      </header>
      <div className="cards">{children}</div>
    </dialog>
  )
}
