// Files on disk under checked keys: written whole or not at all, typed by what is in them.
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'

const LONGEST_KEY_BYTES = 512
const SNIFFED_BYTES = 512

export class FileTooLarge extends Error {}

/** The key's path inside the folder, or undefined for a key that could lead elsewhere. */
export function pathOfKey(folder: string, key: string): string | undefined {
  if (key === '' || Buffer.byteLength(key) > LONGEST_KEY_BYTES) return undefined
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused.
  if (/[\\\u0000-\u001f\u007f:]/.test(key)) return undefined
  // A leading dot would reach `.`, `..` and our own unfinished files.
  if (key.split('/').some((part) => part === '' || part.startsWith('.'))) return undefined
  const root = resolve(folder)
  const path = resolve(root, key)
  return path.startsWith(root + sep) ? path : undefined
}

/** Writes the chunks to the path by way of a file of its own; throws FileTooLarge and leaves nothing behind. */
export async function writeWhole(
  folder: string,
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  mostBytes: number,
): Promise<void> {
  const unfinished = join(resolve(folder), '.unfinished')
  await mkdir(unfinished, { recursive: true })
  await mkdir(dirname(path), { recursive: true })
  const temporary = join(unfinished, randomUUID())
  try {
    const file = await open(temporary, 'wx')
    try {
      let size = 0
      for await (const chunk of chunks) {
        size += chunk.byteLength
        if (size > mostBytes) throw new FileTooLarge(`More than ${mostBytes} bytes`)
        await file.writeFile(chunk)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}

/** Size and content of a file, or undefined where there is none. */
export async function openFile(path: string) {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) return undefined
  return { size: found.size, stream: () => createReadStream(path), type: () => typeByContent(path) }
}

async function typeByContent(path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFFED_BYTES), 0, SNIFFED_BYTES, 0)
    return imageType(buffer.subarray(0, bytesRead)) ?? 'application/octet-stream'
  } finally {
    await file.close()
  }
}

function imageType(start: Buffer): string | undefined {
  const text = start.toString('latin1')
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp'
  return /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<svg[\s>]/.test(text) ? 'image/svg+xml' : undefined
}
