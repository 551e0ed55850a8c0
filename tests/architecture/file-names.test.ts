import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './stored-patterns.ts'

const VAGUE =
  /^(?:utils?|helpers?|common|misc|shared|lib|libs|stuff|base|core|internal|types?|constants?|index|main)$/i
const files = globSync('{functions,infra,shared,web,tests}/**/*.{ts,tsx,astro}', {
  cwd: root,
  exclude: (path) => path.includes('node_modules') || path.includes('.astro/'),
})

/** A room's door and the start page of a folder are called index by the building itself. */
const CALLED_INDEX = /^(?:functions\/[^/]+\/index\.ts|web\/src\/pages\/(?:.*\/)?index\.astro)$/

test('no file bears a vague name', () => {
  const vague = files.filter(
    (path) => VAGUE.test(basename(path).split('.')[0] ?? '') && !CALLED_INDEX.test(path),
  )
  expect(vague).toEqual([])
})

test('file names are kebab-case and components PascalCase', () => {
  const odd = files.filter((path) => {
    const name = basename(path)
    if (/^[A-Z][A-Za-z0-9]*(?:\.test)?\.(?:tsx|astro)$/.test(name)) return false
    return !/^(?:\[(?:\.\.\.)?[a-zA-Z]+\]|[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.(?:test|config|generated|d|json|txt|html|xml))*\.(?:ts|tsx|astro)$/.test(
      name,
    )
  })
  expect(odd).toEqual([])
})
