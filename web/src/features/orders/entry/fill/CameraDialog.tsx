import { useEffect, useRef, useState } from 'react'
import type { ProductId } from '#shared/ids'
import { orderCameraTexts as texts } from '#shared/texts/order-camera'
import { useSay } from '../../../../components/language-context.ts'
import { SheetDialog } from '../SheetDialog.tsx'
import { useSheet } from '../sheet-context.ts'
import { type CameraTrouble, watchBarcodes } from './watch-barcodes.ts'

export type CameraDialogProps = { onClose: () => void; onScan: (barcode: string) => ProductId | undefined }

/** Reads barcodes with the camera; each puts one more of its product in. */
export function CameraDialog({ onClose, onScan }: CameraDialogProps) {
  const { t, language } = useSay()
  const { offers } = useSheet()
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<'starting' | 'hold' | CameraTrouble>('starting')
  const [scanned, setScanned] = useState<{ code: string; productId?: ProductId }>()
  const take = useRef(onScan)
  useEffect(() => {
    take.current = onScan
  })
  // Once for each opening: whoever begins again counts what lies before the camera again.
  useEffect(() => {
    if (!video.current) return
    return watchBarcodes(video.current, {
      onCode: (code) => setScanned({ code, productId: take.current(code) }),
      onReady: () => setState('hold'),
      onTrouble: setState,
    })
  }, [])
  const name = scanned?.productId && offers.get(scanned.productId)?.name[language]
  const trouble = state !== 'starting' && state !== 'hold'
  const said = !scanned ? t(texts[state]) : name ? t(texts.added, { name }) : t(texts.unknown, scanned)
  return (
    <SheetDialog heading={t(texts.title)} onClose={onClose}>
      <video ref={video} className="camera" playsInline muted hidden={trouble} />
      <p role="status" className={trouble ? 'notice bad' : undefined}>
        {said}
      </p>
    </SheetDialog>
  )
}
