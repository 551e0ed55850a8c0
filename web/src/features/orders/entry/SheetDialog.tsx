import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { orderMendTexts as texts } from '#shared/texts/order-mend'
import { useSay } from '../../../components/language-context.ts'

type SheetDialogProps = { heading: string; onClose: () => void; children: ReactNode }

/** A dialog over the sheet: the whole window on a phone, a panel on wide screens. Escape and the button close it. */
export function SheetDialog({ heading, onClose, children }: SheetDialogProps) {
  const { t } = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  // A dialog that is taken away without being closed would not give the focus back.
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
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
