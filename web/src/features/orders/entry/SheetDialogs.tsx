import { type ComponentType, lazy, Suspense } from 'react'
import type { ProductId } from '#shared/ids'
import type { CameraDialogProps } from './fill/CameraDialog.tsx'
import { NotLoaded } from './NotLoaded.tsx'

const PasteDialog = dialog(async () => (await import('./fill/PasteDialog.tsx')).PasteDialog)
const ListsDialog = dialog(async () => (await import('./fill/ListsDialog.tsx')).ListsDialog)
const DetailsDialog = dialog(async () => (await import('./DetailsDialog.tsx')).DetailsDialog)
const DraftPaper = dialog(async () => (await import('./draft/DraftPaper.tsx')).DraftPaper)
const CameraDialog = dialog<CameraDialogProps>(
  async () => (await import('./fill/CameraDialog.tsx')).CameraDialog,
)

function dialog<Props extends { onClose: () => void } = { onClose: () => void }>(
  load: () => Promise<ComponentType<Props>>,
) {
  return lazy(async () => ({ default: await load().catch((): ComponentType<Props> => NotLoaded) }))
}

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
