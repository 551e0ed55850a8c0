import { execFileSync, spawnSync } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
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

function heldAgainstBudgets(folder: string) {
  const tool = join(import.meta.dirname, 'budgets.mjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, folder], { encoding: 'utf8' })
  return { status, told: `${stdout}${stderr}` }
}

test('the hard budgets hold and the others are told', () => {
  const { status, told } = heldAgainstBudgets(root)
  console.log(`budgets: ${told.trim()}`)
  expect(status, told).toBe(0)
})

test('a broken hard budget is named and fails', () => {
  const folder = mkdtempSync(join(tmpdir(), 'budgets-'))
  for (const part of ['infra', 'functions/orders', 'web', 'shared', 'tests'])
    mkdirSync(join(folder, part), { recursive: true })
  const long = Array.from({ length: 301 }, (_, at) => `export const line${at}: any = ${at}`)
  writeFileSync(join(folder, 'functions/orders/place-order.ts'), long.join('\n'))
  const { status, told } = heldAgainstBudgets(folder)
  rmSync(folder, { recursive: true })
  expect(status).toBe(1)
  expect(told).toMatch(/broken: longest file 301.*any per 1,000 lines/)
})
