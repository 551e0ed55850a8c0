import { type RefObject, useEffect } from 'react'

/** Opens a dialog as soon as it is there, for one that is only there to be open. */
export function useOpenDialog(dialog: RefObject<HTMLDialogElement | null>, isOpenAtOnce = true): void {
  useEffect(() => {
    if (isOpenAtOnce && dialog.current?.open === false) dialog.current.showModal()
  }, [isOpenAtOnce, dialog])
}
