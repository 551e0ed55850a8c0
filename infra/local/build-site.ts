// Builds the site when its sources are newer than what was built; a second start goes straight on.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const repository = join(import.meta.dirname, '../..')
const stamp = join(repository, 'dist/site/.built-from')

const wanted = fingerprintOf(['web', 'shared', 'package-lock.json'])
const isFresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
if (!isFresh) {
  console.log('正在构建页面 building the site …')
  const astro = join(repository, 'node_modules/astro/bin/astro.mjs')
  execFileSync(process.execPath, [astro, 'build', '--root', 'web'], {
    cwd: repository,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  })
  writeFileSync(stamp, wanted)
}

function fingerprintOf(places: readonly string[]): string {
  const hash = createHash('sha256')
  for (const place of places)
    for (const file of filesIn(join(repository, place))) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

function filesIn(place: string): string[] {
  if (!existsSync(place)) return []
  if (place.endsWith('.json')) return [place]
  const found = readdirSync(place, { recursive: true, withFileTypes: true })
  return found
    .filter(
      (entry) =>
        entry.isFile() && !entry.parentPath.includes('node_modules') && !entry.parentPath.includes('.astro'),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
