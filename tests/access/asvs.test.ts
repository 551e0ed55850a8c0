import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { citedPaths } from '../architecture/cited-paths.ts'
import { root } from '../architecture/stored-patterns.ts'
import { asvs } from './asvs-table.ts'

const rows = asvs.flatMap(({ requirements }) => requirements)

/** A title stands first behind `it(`, `test(` or the bracket that closes what `each` takes. */
const TITLE = /(?:\b(?:it|test)(?:\.(?!each)\w+)*|\))\(\s*(['"`])((?:\\.|(?!\1)[^\\\n])*)\1/g
const titlesOfFile = new Map<string, string[]>()

function titlesOf(file: string): string[] {
  const known = titlesOfFile.get(file)
  if (known) return known
  const text = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : ''
  const titles = [...text.matchAll(TITLE)].map((match) => match[2] ?? '')
  titlesOfFile.set(file, titles)
  return titles
}

function isSentence(text: string): boolean {
  return /^[A-Z].*[.)]$/.test(text) && text.split(' ').length >= 5
}

describe('the table of ASVS 5.0', () => {
  it.each(asvs)('chapter $chapter has each requirement of both levels', ({ chapter, sections, ...has }) => {
    const { requirements, firstLevel } = has
    // Within a section the standard puts those of level 3 last.
    const expected = sections.flatMap((count, at) =>
      Array.from({ length: count }, (_, nth) => `${chapter}.${at + 1}.${nth + 1}`),
    )
    expect(requirements.map(({ id }) => id)).toEqual(expected)
    expect(requirements.filter(({ level }) => level === 1)).toHaveLength(firstLevel)
  })

  it('all 253 are there, each of them once', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    expect(rows).toHaveLength(253)
    expect(rows.filter(({ level }) => level === 1)).toHaveLength(70)
  })

  it('each says in a few words what it asks', () => {
    const odd = rows.filter(({ asks }) => !/^[A-Z]/.test(asks) || asks.split(' ').length > 14)
    expect(odd).toEqual([])
  })

  it('a test that is named is there', () => {
    const absent = rows.filter(
      (row) => 'held' in row && !titlesOf(row.held.file).some((title) => title.includes(row.held.test)),
    )
    expect(absent).toEqual([])
  })

  it('a paragraph that is named is there', () => {
    const headings = new Set(readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').split('\n'))
    const absent = rows.filter((row) => 'stated' in row && !headings.has(`### ${row.stated.heading}`))
    expect(absent).toEqual([])
  })

  it('every reason and every gap is a sentence', () => {
    const texts = rows.flatMap((row) => ('reason' in row ? [row.reason] : 'open' in row ? [row.open] : []))
    expect(texts.filter((text) => !isSentence(text))).toEqual([])
    const paths = texts.flatMap((text) => citedPaths('reasons.md', text))
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
    expect(paths.length).toBeGreaterThan(5)
    expect(texts.length).toBeGreaterThan(0)
  })

  it('what is still open is counted and printed', () => {
    const count = (kind: string) => rows.filter((row) => kind in row).length
    const gaps = rows.flatMap((row) => ('open' in row ? [`V${row.id} ${row.asks}: ${row.open}`] : []))
    const sum = ['held', 'stated', 'reason', 'open'].map((kind) => `${count(kind)} ${kind}`).join(', ')
    console.log(`ASVS 5.0, levels 1 and 2: ${sum}\n${gaps.join('\n')}`)
    expect(count('held') + count('stated') + count('reason') + count('open')).toBe(rows.length)
  })
})

describe('how titles are read', () => {
  it('a test without the words named is missed', () => {
    expect(titlesOf('tests/access/asvs.test.ts')).toContain('all 253 are there, each of them once')
    expect(titlesOf('tests/access/asvs.test.ts')).toContain(
      'chapter $chapter has each requirement of both levels',
    )
    expect(titlesOf('tests/access/none.test.ts')).toEqual([])
  })
})
