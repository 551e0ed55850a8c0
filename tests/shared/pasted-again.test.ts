import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProductId } from '#shared/ids'
import { linesOfRows, matchRows } from '#shared/match-rows'
import { formatMoney } from '#shared/money'
import { indexNames } from '#shared/name-index'
import { readText } from '#shared/read-rows'
import type { MatchedProduct } from '#shared/row-verdicts'
import { exportTexts } from '#shared/texts/exports'
import { orderPaperTexts as paper } from '#shared/texts/order-paper'
import { orderTexts } from '#shared/texts/orders'
import { countInUnit } from '#shared/unit-chain'
import { generateCompany } from '../../infra/local/seed/generate-company.ts'

const catalogues = (['supplied', 'traded'] as const).map((preset) =>
  generateCompany({ preset, seed: 2026, today: '2026-11-23' }).products.map(
    ({ code, name, unit, priceFen }): MatchedProduct => {
      const productId: ProductId = `prd_${code}`
      const [price = 1] = Object.values(priceFen)
      const offer = { price, minimum: 1, multiple: 1, usedElsewhere: 0 }
      return { productId, code, name, unit, pinyin: '', ...offer }
    },
  ),
)

type Line = { product: MatchedProduct; quantity: number }
type Language = 'zh' | 'en'

const money = (minor: number, language: Language) => formatMoney(minor, 'CNY', language)
const ways: Record<string, (lines: readonly Line[], language: Language) => string[][]> = {
  'the draft on paper': (lines, language) => [
    [paper.code, paper.product, paper.price, paper.quantity, paper.amount].map((text) => text[language]),
    ...onPaper(lines, language),
    [paper.total[language].replace('{count}', String(lines.length)), money(sumOf(lines), language)],
  ],
  'the draft on paper without its heading': onPaper,
  'the file of order lines': (lines, language) => [
    [
      ...[orderTexts.number, exportTexts.productCode, orderTexts.product, orderTexts.wanted],
      ...[orderTexts.quantity, exportTexts.unitOfLine, orderTexts.price, orderTexts.amount],
    ].map((text) => text[language]),
    ...lines.map(({ product: { code, name, unit, price }, quantity }) => [
      ...['1027-3', code, name[language], String(quantity + 1)],
      ...[String(quantity), unit[language], (price / 100).toFixed(2), ((quantity * price) / 100).toFixed(2)],
    ]),
  ],
  'a chat': (lines, language) =>
    lines.map(({ product, quantity }) => [`${product.name[language]} ${quantity}${product.unit.zh}`]),
}

function onPaper(lines: readonly Line[], language: Language): string[][] {
  return lines.map(({ product: { code, name, unit, price }, quantity }) => [
    ...[code, name[language], money(price, language)],
    ...[countInUnit(quantity, unit, language), money(quantity * price, language)],
  ])
}

function sumOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { product, quantity }) => sum + quantity * product.price, 0)
}

test.each(Object.entries(ways))('%s reads back the same', (_, written) => {
  const some = fc.constantFrom(...catalogues).chain((catalogue) =>
    fc.record({
      catalogue: fc.constant(catalogue),
      lines: fc.uniqueArray(
        fc.record({ product: fc.constantFrom(...catalogue), quantity: fc.integer({ min: 1, max: 99_999 }) }),
        { selector: ({ product }) => product.productId, minLength: 1, maxLength: 12 },
      ),
      language: fc.constantFrom('zh' as const, 'en' as const),
    }),
  )
  const indexed = new Map(catalogues.map((catalogue) => [catalogue, indexNames(catalogue)]))
  fc.assert(
    fc.property(some, ({ catalogue, lines, language }) => {
      const index = indexed.get(catalogue) ?? indexNames(catalogue)
      const products = new Map(catalogue.map((product) => [product.productId, product]))
      const text = written(lines, language)
        .map((cells) => cells.join('\t'))
        .join('\n')
      expect(linesOfRows(matchRows(readText(text), index, products))).toEqual(
        lines.map(({ product: { productId }, quantity }) => ({ productId, quantity })),
      )
    }),
    { numRuns: 60 },
  )
})
