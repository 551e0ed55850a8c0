import { useEffect, useRef, useState } from 'react'
import type { ProductId } from '#shared/ids'
import { orderCameraTexts as texts } from '#shared/texts/order-camera'
import { useSay } from '../../../components/language-context.ts'
import { SheetDialog } from './SheetDialog.tsx'
import { useSheet } from './sheet-context.ts'

const LOOK_MILLISECONDS = 250
/** The same code counts again only after this long. */
const AGAIN_MILLISECONDS = 2000

type FoundCode = { rawValue: string }
type Detector = { detect(source: HTMLVideoElement): Promise<FoundCode[]> }
declare const BarcodeDetector: { new (options: { formats: string[] }): Detector }

type CameraDialogProps = { onClose: () => void; onScan: (barcode: string) => Promise<ProductId | undefined> }

/** Reads barcodes with the camera, where the browser can; each puts one more of its product in. */
export function CameraDialog({ onClose, onScan }: CameraDialogProps) {
  const { t, language } = useSay()
  const { offers } = useSheet()
  const video = useRef<HTMLVideoElement>(null)
  const [said, setSaid] = useState<string>()
  const take = useRef(async (_code: string) => {})
  useEffect(() => {
    take.current = async (code) => {
      const productId = await onScan(code)
      const name = productId && offers.get(productId)?.name[language]
      setSaid(name ? t(texts.added, { name }) : t(texts.unknown, { code }))
    }
  })
  useEffect(() => {
    const stop = watch(
      video,
      (code) => void take.current(code),
      () => setSaid(t(texts.noCamera)),
    )
    return stop
  }, [t])
  return (
    <SheetDialog heading={t(texts.title)} onClose={onClose}>
      <video ref={video} className="camera" playsInline muted />
      <p role="status">{said ?? t(texts.hold)}</p>
    </SheetDialog>
  )
}

function watch(
  video: { current: HTMLVideoElement | null },
  onCode: (code: string) => void,
  onTrouble: () => void,
): () => void {
  let stream: MediaStream | undefined
  let isOver = false
  let last = { code: '', at: 0 }
  const detector = new BarcodeDetector({ formats: ['ean_13', 'ean_8', 'upc_a', 'itf'] })
  const look = async () => {
    const element = video.current
    if (isOver || !element) return
    const [found] = await detector.detect(element).catch(() => [])
    const now = Date.now()
    if (found && (found.rawValue !== last.code || now - last.at > AGAIN_MILLISECONDS)) {
      last = { code: found.rawValue, at: now }
      onCode(found.rawValue)
    }
    setTimeout(() => void look(), LOOK_MILLISECONDS)
  }
  navigator.mediaDevices
    .getUserMedia({ video: { facingMode: 'environment' } })
    .then(async (opened) => {
      stream = opened
      if (isOver || !video.current) return close()
      video.current.srcObject = opened
      await video.current.play()
      await look()
    })
    .catch(onTrouble)
  const close = () => {
    isOver = true
    for (const track of stream?.getTracks() ?? []) track.stop()
  }
  return close
}
