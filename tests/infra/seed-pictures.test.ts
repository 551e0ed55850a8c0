import { expect, test } from 'vitest'
import { contrastOf } from '#shared/colours'
import { drawProductPicture } from '#shared/product-picture'
import { SILHOUETTES } from '#shared/product-silhouettes'
import { generateCompany } from '../../infra/local/seed/generate-company.ts'

const companies = (['supplied', 'traded'] as const).map((preset) =>
  generateCompany({ preset, seed: 5, today: '2026-11-22' }),
)
const pack = { category: 'hard-pack', glyph: '红', colour: '#8c2f2c', name: '云岭（硬红）' }

test('every glyph stands out from its colour', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5)
  for (const { products } of companies)
    expect(products.filter(({ colour }) => contrastOf(colour, '#ffffff') < 4.5)).toEqual([])
})

test('every product of a company has its own colour', () => {
  for (const { products } of companies)
    expect(new Set(products.map(({ colour }) => colour)).size).toBe(products.length)
})

test('every category has a drawing of its own', () => {
  const categories = companies.flatMap((company) => company.categories.map(({ code }) => code))
  expect([...SILHOUETTES.keys()].sort()).toEqual(categories.sort())
  const drawings = [...categories, 'anything'].map((category) => drawProductPicture({ ...pack, category }))
  expect(new Set(drawings).size).toBe(categories.length + 1)
})

test('a picture shows glyph, colour and name', () => {
  const picture = drawProductPicture(pack)
  expect(picture).toMatch(/^<svg [^>]+>.*<\/svg>$/)
  expect(picture).toContain('fill="#8c2f2c"')
  expect(picture).toContain('>红</text>')
  expect(picture).toContain('<title>云岭（硬红）</title>')
  expect(picture).not.toContain('radient')
})

test('a name with markup stays text', () => {
  const picture = drawProductPicture({ ...pack, name: '<script>"&', glyph: '<&>' })
  expect(picture).toContain('<title>&lt;script&gt;&quot;&amp;</title>')
  expect(picture).toContain('>&lt;&amp;&gt;</text>')
})

test('a pale colour carries its glyph in ink', () => {
  expect(drawProductPicture({ ...pack, colour: '#f2e3b3' })).toContain('fill="#1d2125">红')
  expect(drawProductPicture(pack)).toContain('fill="#ffffff">红')
})
