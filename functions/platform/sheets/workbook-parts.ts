// The files inside a workbook, unpacked as a stream and never more than a bounded amount of them.
import { Unzip, UnzipInflate } from 'fflate'
import { Problem } from '#shared/problems'

/** A zip that unpacks to more is refused: a thousand bytes may hide in each one. */
const MOST_UNPACKED_BYTES = 300_000_000
/** Small pushes keep what one of them may unpack to at a few megabytes. */
const PUSH_BYTES = 4096

/** Hears the bytes of one file of the workbook; `true` says that it is the last piece. */
export type TakePart = (bytes: Uint8Array, isLast: boolean) => void

/** Unpacks the parts that `choose` wants, in their order in the file; yields after each piece read, so that the caller
 * can take what it gathered. Throws `imports.workbook_unreadable`, `imports.file_too_large`. */
export async function* unpackWorkbook(
  body: ReadableStream<Uint8Array>,
  choose: (name: string) => TakePart | undefined,
): AsyncGenerator<void> {
  let unpacked = 0
  const unzip = new Unzip((file) => {
    if ((file.originalSize ?? 0) > MOST_UNPACKED_BYTES) throw tooLarge()
    const take = choose(file.name)
    if (!take) return
    file.ondata = (error, bytes, isLast) => {
      if (error) throw error
      unpacked += bytes.byteLength
      if (unpacked > MOST_UNPACKED_BYTES) throw tooLarge()
      take(bytes, isLast)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for await (const chunk of body) {
    for (let start = 0; start < chunk.byteLength; start += PUSH_BYTES) {
      push(unzip, chunk.subarray(start, start + PUSH_BYTES), false)
      yield
    }
  }
  push(unzip, new Uint8Array(0), true)
  yield
}

function push(unzip: Unzip, bytes: Uint8Array, isLast: boolean): void {
  try {
    unzip.push(bytes, isLast)
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('imports.workbook_unreadable')
  }
}

function tooLarge(): Problem {
  return new Problem('imports.file_too_large', { mostMegabytes: MOST_UNPACKED_BYTES / 1_000_000 })
}
