import { openBarcodeReader } from './barcode-reader.ts'

const LOOK_MILLISECONDS = 250
/** A code counts again only after it was out of the picture for this long. */
const AWAY_MILLISECONDS = 1000

export type CameraTrouble = 'refused' | 'absent' | 'unreadable'

type Told = {
  onCode: (code: string) => void
  onReady: () => void
  onTrouble: (trouble: CameraTrouble) => void
}

/** Shows the camera in `video` and tells each barcode that comes before it; answers how to stop, which turns it off. */
export function watchBarcodes(video: HTMLVideoElement, told: Told): () => void {
  let isOver = false
  let stream: MediaStream | undefined
  const stop = () => {
    isOver = true
    for (const track of stream?.getTracks() ?? []) track.stop()
    video.srcObject = null
  }
  const start = async () => {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
    if (isOver) return stop()
    video.srcObject = stream
    await video.play()
    const reader = await openBarcodeReader()
    let last = { code: '', at: 0 }
    const look = async () => {
      if (isOver) return
      const [found] = await reader.detect(video).catch(() => [])
      if (isOver) return
      const now = Date.now()
      if (found) {
        if (found.rawValue !== last.code || now - last.at > AWAY_MILLISECONDS) told.onCode(found.rawValue)
        last = { code: found.rawValue, at: now }
      }
      setTimeout(() => void look(), LOOK_MILLISECONDS)
    }
    told.onReady()
    await look()
  }
  start().catch((error: unknown) => {
    // Closed while it was opening, nobody waits for it.
    if (isOver) return
    stop()
    told.onTrouble(troubleOf(error))
  })
  return stop
}

function troubleOf(error: unknown): CameraTrouble {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError') return 'refused'
  return name === 'NotFoundError' || name === 'NotReadableError' ? 'absent' : 'unreadable'
}
