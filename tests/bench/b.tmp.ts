import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { dealerPages, readingPages } from '../support/page-lists.ts'
import { scriptBytes } from '../support/site-bytes.ts'

for (const p of [...dealerPages, ...readingPages]) console.log(p, scriptBytes('dist/site', 'zh/' + p))
const code = readFileSync('dist/site/zh/order/index.html', 'utf8')
const named = [...code.matchAll(/(?:src|component-url|renderer-url)="([^"]+\.js)"/g)].map((m) => m[1]!)
const seen = new Set<string>()
const follow = (p: string) => {
  if (seen.has(p)) return
  seen.add(p)
  const t = readFileSync('dist/site' + p, 'utf8')
  for (const m of t.matchAll(/(?:from|import)\s*["'`]\.\/([\w.~-]+\.js)["'`]/g)) follow('/_astro/' + m[1])
}
named.forEach(follow)
for (const p of [...seen]
  .map((p) => [gzipSync(readFileSync('dist/site' + p), { level: 9 }).length, p] as const)
  .sort((a, b) => b[0] - a[0]))
  console.log(p[0], p[1])
