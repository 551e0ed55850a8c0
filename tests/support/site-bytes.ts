import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Bytes of script, gzip, that a page of a built site brings: its own, those in the page, and all they import in turn. */
export function scriptBytes(site: string, page: string): number {
  return scriptsOf(site, page, importedAtOnce).reduce(
    (sum, text) => sum + gzipSync(text, { level: 9 }).length,
    0,
  )
}

/** Every script that a page may ever load, what is asked for later included. */
export function scriptsEverLoaded(site: string, page: string): string[] {
  return scriptsOf(site, page, (text) =>
    [...text.matchAll(/["'`]\.\/([\w.~-]+\.js)["'`]/g)].map(([, name = '']) => name),
  )
}

function scriptsOf(site: string, page: string, importedBy: (text: string) => string[]): string[] {
  const code = readFileSync(join(site, page, 'index.html'), 'utf8')
  const inline = [...code.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, text = '']) => text,
  )
  const named = [...code.matchAll(/(?:src|component-url|renderer-url)="([^"]+\.js)"/g)].map(
    ([, path = '']) => path,
  )
  const files = new Set<string>()
  const follow = (path: string) => {
    if (files.has(path)) return
    files.add(path)
    const text = readFileSync(join(site, path), 'utf8')
    for (const name of importedBy(text)) follow(`/_astro/${name}`)
  }
  for (const path of named) follow(path)
  return [...inline, ...[...files].map((path) => readFileSync(join(site, path), 'utf8'))]
}

/** What a script needs before it runs; what it asks for later, when a person does, is not of the page. */
function importedAtOnce(text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*["'`]\.\/([\w.~-]+\.js)["'`]/g)].map(([, name = '']) => name)
}
