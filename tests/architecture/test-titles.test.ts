import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './stored-patterns.ts'

const TITLE = /^\s*(?:it|test)(?:\.(?!each)\w+)*\(\s*(?:'((?:\\.|[^'\\\n])*)'|`([^`\n]*)`)/gm

const titles = globSync('tests/**/*.test.{ts,tsx}', { cwd: root }).flatMap((path) =>
  [...readFileSync(join(root, path), 'utf8').matchAll(TITLE)].map((match) => ({
    path,
    title: match[1] ?? match[2] ?? '',
  })),
)

test('no test title starts with should', () => {
  expect(titles.length).toBeGreaterThan(10)
  expect(titles.filter(({ title }) => /^should\b/i.test(title))).toEqual([])
})

test('every test title has four to ten words', () => {
  const odd = titles.filter(({ title }) => {
    const words = title.trim().split(/\s+/).length
    return words < 4 || words > 10
  })
  expect(odd).toEqual([])
})
