import fc from 'fast-check'
import { expect, test } from 'vitest'
import { generateCompany } from '../../infra/local/seed/generate-company.ts'
import { largestRemainder, shareOutByGrade } from '../../infra/local/seed/share-out.ts'
import { PRICE_BANDS } from '../../infra/local/seed/supplied-range.ts'

const company = generateCompany({ preset: 'supplied', seed: 11, today: '2026-03-04' })
const percent = [1, 1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 4, 4, 4, 4, 4, 3, 3, 3, 2, 2, 1, 1]
const shopsByGrade = percent.map((_, at) => company.customers.filter(({ grade }) => grade === 30 - at).length)

function limitsOf(productCode: string): number[] {
  return company.limits
    .filter((limit) => limit.productCode === productCode)
    .sort((one, other) => other.grade - one.grade)
    .map(({ quantity }) => quantity)
}

test('thirty grades hold their exact share of shops', () => {
  expect(shopsByGrade).toEqual(percent.map((share) => share * 3))
})

test('largest remainder shares add up to the whole', () => {
  expect(largestRemainder(10, [1, 1, 1])).toEqual([4, 3, 3])
  const weights = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), weights, (total, shares) => {
      expect(largestRemainder(total, shares).reduce((sum, share) => sum + share, 0)).toBe(total)
    }),
  )
})

test('no lower grade gets more than a higher', () => {
  expect(company.plannedReleases).toHaveLength(20)
  for (const { productCode } of company.plannedReleases) {
    const limits = limitsOf(productCode)
    expect(limits).toHaveLength(30)
    expect(limits).toEqual([...limits].sort((one, other) => other - one))
  }
})

test('limits share out the release but for three cartons', () => {
  for (const { productCode, quantity } of company.plannedReleases) {
    const shared = limitsOf(productCode).reduce((sum, limit, at) => sum + limit * (shopsByGrade[at] ?? 0), 0)
    expect(shared).toBeLessThanOrEqual(quantity)
    expect(quantity - shared).toBeLessThan(shopsByGrade[0] ?? 0)
  }
})

test('any release is shared monotonically and nearly whole', () => {
  const shops = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 30 })
  const slope = fc.double({ min: 0, max: 1.2, noNaN: true })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), shops, slope, (release, counts, falling) => {
      const shares = shareOutByGrade(release, counts, falling)
      const left = release - shares.reduce((sum, share, at) => sum + share * (counts[at] ?? 0), 0)
      expect(shares).toEqual([...shares].sort((one, other) => other - one))
      expect(left).toBeGreaterThanOrEqual(0)
      expect(left).toBeLessThan(counts[0] ?? 1)
    }),
  )
})

test('every wholesale price lies inside its band', () => {
  for (const { priceBand = 0, priceFen } of company.products) {
    const band = PRICE_BANDS[priceBand - 1]
    expect(priceFen.wholesale).toBeGreaterThanOrEqual((band?.low ?? 0) * 100)
    expect(priceFen.wholesale).toBeLessThan((band?.high ?? 0) * 100)
  }
  expect(new Set(company.products.map(({ priceBand }) => priceBand)).size).toBe(PRICE_BANDS.length)
})

test('scarce goods are on sale and limited one way', () => {
  const limited = company.plannedReleases.map(({ productCode }) => productCode)
  const shared = company.firstCome.map(({ productCode }) => productCode)
  expect(shared).toHaveLength(3)
  expect(limited.filter((code) => shared.includes(code))).toEqual([])
  const scarce = company.products.filter(({ supplyState }) => supplyState === 'scarce')
  expect(scarce.map(({ code }) => code).sort()).toEqual([...limited, ...shared].sort())
  expect(scarce.filter(({ state }) => state !== 'on-sale')).toEqual([])
})

test('the demonstration shop sees the limits of the drawings', () => {
  const limitInGrade18 = (code: string) => limitsOf(code)[30 - 18]
  const codes = ['YL-2031', 'JN-1107', 'HC-3305', 'MC-7710', 'ZY-1180']
  const [red, slim, blue, black, violet] = codes.map(limitInGrade18)
  expect([red, slim, blue, black, violet]).toEqual([3, 2, 4, 1, 0])
})
