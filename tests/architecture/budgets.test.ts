import { execFileSync, spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './stored-patterns.ts'

type Counts = {
  shape: { vague_file_names_pct: number }
  size: { lines_per_file_max: number }
  looseness_per_1k_lines: { any: number }
  tests: { titles_starting_should_pct: number }
  rooms: { mutual: string[]; edges: number }
}

function counted(...options: string[]): Counts {
  const tool = join(import.meta.dirname, 'style-counts.mjs')
  const aliases = '#shared/=shared/,#platform/=functions/platform/,#=functions/'
  return JSON.parse(
    execFileSync(
      process.execPath,
      [tool, root, '--json', '--room', 'functions/*', '--alias', aliases, ...options],
      {
        maxBuffer: 1 << 26,
        encoding: 'utf8',
      },
    ),
  )
}

const counts = counted('--only', 'infra,functions,web,shared,tests')

test('no file is longer than 300 lines', () => {
  expect(counts.size.lines_per_file_max).toBeLessThanOrEqual(300)
})

test('no test file is longer than 300 lines', () => {
  const files = globSync('tests/**/*.{ts,tsx}', { cwd: root })
  const long = files.filter((path) => readFileSync(join(root, path), 'utf8').split('\n').length > 301)
  expect(long).toEqual([])
})

test('nothing in the source is typed any', () => {
  expect(counts.looseness_per_1k_lines.any).toBe(0)
})

test('no two rooms import each other by count', () => {
  expect(counts.rooms.edges).toBeGreaterThan(0)
  expect(counts.rooms.mutual).toEqual([])
})

test('the other budgets are printed and watched', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'budgets.mjs'), root],
    { encoding: 'utf8' },
  )
  console.log(`budgets: ${stdout.trim()}`)
  expect(stderr).toBe('')
  expect([0, 1]).toContain(status)
})
