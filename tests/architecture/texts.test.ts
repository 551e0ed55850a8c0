import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { type ProblemCode, problems } from '#shared/problems'
import { rooms } from '../../floor-plan.ts'
import { root } from './stored-patterns.ts'

const codes = Object.entries(problems)

function placesOf(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g))].sort()
}

test('every problem names the same facts in both languages', () => {
  const uneven = codes.filter(([, { zh, en }]) => !zh || !en || placesOf(zh).join() !== placesOf(en).join())
  expect(uneven.map(([code]) => code)).toEqual([])
})

test('every problem sentence speaks its own language', () => {
  const wrong = codes.filter(([, { zh, en }]) => !/\p{Script=Han}/u.test(zh) || /\p{Script=Han}/u.test(en))
  expect(wrong.map(([code]) => code)).toEqual([])
})

test('every problem code starts with a room name', () => {
  const owners = [...Object.keys(rooms), 'request', 'server']
  const homeless = codes.filter(
    ([code]) => !owners.includes(code.split('.')[0] ?? '') || !/^[a-z]+\.[a-z]+(?:_[a-z]+)*$/.test(code),
  )
  expect(homeless.map(([code]) => code)).toEqual([])
})

test('every problem is an error to its client', () => {
  expect(codes.filter(([, { status }]) => status < 400 || status > 599)).toEqual([])
})

test('every problem code is used somewhere', () => {
  const sources = globSync('{functions,infra,shared,web}/**/*.{ts,tsx,astro}', { cwd: root }).filter(
    (path) => !path.startsWith('shared/problem'),
  )
  const text = sources.map((path) => readFileSync(join(root, path), 'utf8')).join('\n')
  const isUsed = (code: ProblemCode | string) => text.includes(`'${code}'`)
  expect(codes.map(([code]) => code).filter((code) => !isUsed(code))).toEqual([])
})

test('every text says the same in both languages', async () => {
  const files = globSync('shared/texts/**/*.ts', { cwd: root })
  const uneven: string[] = []
  for (const file of files) {
    const module: unknown = await import(pathToFileURL(join(root, file)).href)
    for (const { path, zh, en } of textsWithin(module, file)) {
      if (!zh || !en || placesOf(zh).join() !== placesOf(en).join()) uneven.push(path)
    }
  }
  expect(uneven).toEqual([])
})

function textsWithin(value: unknown, path: string): Array<{ path: string; zh: string; en: string }> {
  if (typeof value !== 'object' || value === null) return []
  if ('zh' in value && 'en' in value && typeof value.zh === 'string' && typeof value.en === 'string') {
    return [{ path, zh: value.zh, en: value.en }]
  }
  return Object.entries(value).flatMap(([name, inner]) => textsWithin(inner, `${path} ${name}`))
}
