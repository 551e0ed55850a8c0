import { lazy, Suspense } from 'react'
import type { ProductId } from '#shared/ids'

const PasteDialog = lazy(async () => ({ default: (await import('./fill/PasteDialog.tsx')).PasteDialog }))
const ListsDialog = lazy(async () => ({ default: (await import('./fill/ListsDialog.tsx')).ListsDialog }))
const DetailsDialog = lazy(async () => ({ default: (await import('./DetailsDialog.tsx')).DetailsDialog }))
const DraftPaper = lazy(async () => ({ default: (await import('./draft/DraftPaper.tsx')).DraftPaper }))
const CameraDialog = lazy(async () => ({ default: (await import('./fill/CameraDialog.tsx')).CameraDialog }))

export type SheetDialogName = 'paste' | 'lists' | 'details' | 'camera' | 'paper'

type SheetDialogsProps = {
  open: SheetDialogName
  onClose: () => void
  onScan: (barcode: string) => ProductId | undefined
}

/** What is opened over the sheet; each is loaded when it is opened first. */
export function SheetDialogs({ open, onClose, onScan }: SheetDialogsProps) {
  return (
    <Suspense>
      {open === 'paste' && <PasteDialog onClose={onClose} />}
      {open === 'lists' && <ListsDialog onClose={onClose} />}
      {open === 'details' && <DetailsDialog onClose={onClose} />}
      {open === 'paper' && <DraftPaper onClose={onClose} />}
      {open === 'camera' && <CameraDialog onClose={onClose} onScan={onScan} />}
    </Suspense>
  )
}
