// Finds every access pattern that a room, or the platform, declares.
import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AccessPattern } from '#platform/storage/access-pattern'

export const root = join(import.meta.dirname, '../..')

/** One row, where it is declared, and the text by which a store uses it, as `orderPatterns.heads`. */
export type StoredPattern = { row: AccessPattern; folder: string; usedAs: string }

/** All rows, by room and in the order of their files. */
export async function storedPatterns(): Promise<StoredPattern[]> {
  const files = globSync('functions/**/access-patterns.ts', { cwd: root }).sort()
  const found: StoredPattern[] = []
  for (const file of files) {
    const module: Record<string, unknown> = await import(pathToFileURL(join(root, file)).href)
    for (const [exported, rows] of Object.entries(module)) {
      if (typeof rows !== 'object' || rows === null) continue
      for (const [name, row] of Object.entries(rows)) {
        if (isPattern(row)) found.push({ row, folder: dirname(file), usedAs: `${exported}.${name}` })
      }
    }
  }
  return found
}

function isPattern(row: unknown): row is AccessPattern {
  return typeof row === 'object' && row !== null && 'question' in row && 'pk' in row && 'sk' in row
}
