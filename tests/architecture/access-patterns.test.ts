import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { AccessPattern } from '#platform/storage/access-pattern'
import { tableDefinition } from '#platform/storage/create-table'
import { indexes } from '#platform/storage/table'
import { heldTogether } from './key-shapes.ts'
import { root, type StoredPattern, storedPatterns } from './stored-patterns.ts'

let patterns: StoredPattern[]
beforeAll(async () => {
  patterns = await storedPatterns()
})

const sources = globSync('{functions,infra,web,shared}/**/*.{ts,tsx}', { cwd: root })
  .filter((path) => !path.endsWith('access-patterns.ts'))
  .map((path) => ({
    path,
    text: readFileSync(join(root, path), 'utf8').replaceAll(/^\s*(?:\/?\*|\/\/).*$/gm, ''),
  }))

function usersOf(usedAs: string): string[] {
  const use = new RegExp(`\\b${usedAs.replace('.', '\\.')}\\b`)
  return sources.filter(({ text }) => use.test(text)).map(({ path }) => path)
}

describe('rows', () => {
  test('every row answers a store of its own room', () => {
    const unused = patterns.filter(
      ({ folder, usedAs }) => !usersOf(usedAs).some((path) => path.startsWith(`${folder}/`)),
    )
    expect(unused.map(({ usedAs }) => usedAs)).toEqual([])
  })

  test('nobody but stores of the room uses a row', () => {
    const strangers = patterns.flatMap(({ folder, usedAs }) =>
      usersOf(usedAs).filter((path) => !path.startsWith(`${folder}/`) || !path.endsWith('-store.ts')),
    )
    expect(strangers).toEqual([])
  })

  test('every row carries the name of its own room', () => {
    const misnamed = patterns.filter(({ row, folder }) => !folder.startsWith(`functions/${row.room}`))
    expect(misnamed.map(({ usedAs }) => usedAs)).toEqual([])
  })

  test('no room stores under the keys of events', () => {
    const rows = patterns.map(({ row }) => row).filter(({ room }) => room !== 'platform')
    expect(rows.filter(({ sk }) => sk.startsWith('@'))).toEqual([])
  })
})

describe('key shapes', () => {
  test('no two rows can be taken for each other', () => {
    const rows = patterns.map(({ row }) => row)
    // A room that says one key with more of it means to read both together.
    const isMeant = (row: AccessPattern, other: AccessPattern) =>
      row.room === other.room && (row.sk.startsWith(other.sk) || other.sk.startsWith(row.sk))
    const shared = rows.flatMap((row, at) =>
      rows
        .slice(at + 1)
        .filter((other) => !isMeant(row, other) && heldTogether(row, other))
        .map((other) => `${row.room}.${row.name} and ${other.room}.${other.name}`),
    )
    expect(shared).toEqual([])
  })

  test.each([
    [
      'equal partitions with one sort key in the other',
      { pk: 'C#{a}', sk: 'O#{b}' },
      { pk: 'C#{x}', sk: 'O#{y}#{z}' },
      true,
    ],
    ['a sort key that begins like the other', { pk: 'C#{a}', sk: 'O' }, { pk: 'C#{x}', sk: 'ON#{y}' }, true],
    ['equal partitions with sort keys apart', { pk: 'C#{a}', sk: 'A' }, { pk: 'C#{x}', sk: 'O#{y}' }, false],
    ['partitions of different length', { pk: 'C#{a}', sk: 'A' }, { pk: 'C#{x}#{y}', sk: 'A' }, false],
    ['a fixed partition within an open one', { pk: '{a}', sk: 'A' }, { pk: 'UNITS', sk: 'A' }, true],
    [
      'equal keys in different indexes',
      { pk: 'X', sk: 'A' },
      { pk: 'X', sk: 'A', index: 'gsi1' as const },
      false,
    ],
  ])('%s are told apart', (_, left, right, isHeldTogether) => {
    expect(heldTogether(left, right)).toBe(isHeldTogether)
  })
})

describe('indexes', () => {
  test('the table has exactly the indexes rows name', () => {
    const named = new Set(patterns.flatMap(({ row }) => row.index ?? []))
    expect([...named].sort()).toEqual(Object.keys(indexes).sort())
  })

  test('the table created locally has exactly those indexes', () => {
    const created = tableDefinition('any').GlobalSecondaryIndexes?.map(({ IndexName, KeySchema }) => [
      IndexName,
      KeySchema?.map((key) => key.AttributeName),
    ])
    const listed = Object.entries(indexes).map(([name, { partitionKey, sortKey }]) => [
      name,
      [partitionKey, sortKey],
    ])
    expect(created).toEqual(listed)
  })
})
