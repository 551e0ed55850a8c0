import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const literals = await Promise.all(
  globSync('shared/texts/*.ts', { cwd: root }).map(
    async (file): Promise<Record<string, unknown>> => import(pathToFileURL(join(root, file)).href),
  ),
)
const texts = literals.flatMap((literal) =>
  Object.values(literal).flatMap((each) =>
    typeof each === 'object' && each !== null ? Object.entries(each) : [],
  ),
)
const sources = globSync('{{web/src,functions,infra}/**/*.{ts,tsx,astro},shared/*-words.ts}', { cwd: root })
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n')

/** Keys that pages put together or read by a value: `staff${name}Text`, a first step's count, the level of a price list,
 * what came of a file. */
const composed =
  /^(?:staff(?:Orders|Calendar|Desk|Customers|Requests|Products|Prices|Imports|Messages|People|Company|Oddities)(?:Text)?|(?:units|staff|calendar|products|prices|limits|customers|owners|window)(?:Count|Hint)|group|(?:import|request|approval)\.[a-z]+)$/

test('no text is left that nobody shows', () => {
  const dead = texts
    .map(([key]) => key)
    .filter((key) => !composed.test(key) && !new RegExp(`\\b${key}\\b`).test(sources))
  expect(dead).toEqual([])
  expect(texts.length).toBeGreaterThan(100)
})

test('pages hold no Chinese text of their own', () => {
  const files = globSync('web/src/**/*.{ts,tsx}', { cwd: root })
  const bare = files.filter((file) => {
    const code = readFileSync(join(root, file), 'utf8').replaceAll(/\/\*\*?[\s\S]*?\*\/|\/\/.*/g, '')
    return /\p{Script=Han}/u.test(code)
  })
  expect(bare).toEqual([])
})
