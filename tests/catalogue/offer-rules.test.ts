import { describe, expect, it } from 'vitest'
import { onePrice } from '#shared/price-rules'
import { offerTo } from '../../functions/catalogue/offer-rules.ts'

const product = {
  productId: 'prd_A',
  code: 'YX-01',
  name: { zh: '云霞', en: 'Yunxia' },
  category: 'soft',
  brand: '云霞',
  pinyin: 'yunxia yx',
  unit: { zh: '条', en: 'carton' },
  minimum: 5,
  multiple: 5,
  glyph: '云',
  colour: '#1f5f4a',
  taxRate: 1300,
  state: 'on-sale',
  audience: { grades: { from: 10 } },
} as const
const shop = { customerId: 'cus_A', unitPath: 'hq/53/5301', grade: 18 } as const
const list = { breaks: onePrice(12_800) }

describe('what a shop may order', () => {
  it('a product on sale with a price is offered', () => {
    expect(offerTo(product, shop, [undefined, list])).toEqual({
      product,
      breaks: onePrice(12_800),
      minimum: 5,
      multiple: 5,
    })
  })

  it('the nearest agreement goes before list and product', () => {
    const agreed = { minimum: 10, breaks: onePrice(12_000) }
    const offer = offerTo(product, shop, [agreed, { ...list, multiple: 2, minimum: 4 }])
    expect(offer).toMatchObject({ breaks: onePrice(12_000), minimum: 10, multiple: 2 })
  })

  it('without a price nothing is offered', () => {
    expect(offerTo(product, shop, [{ minimum: 1 }])).toBeUndefined()
  })

  it.each(['draft', 'suspended', 'ended'] as const)('a product that is %s is not offered', (state) => {
    expect(offerTo({ ...product, state }, shop, [list])).toBeUndefined()
  })

  it('whom it is not meant for is not offered it', () => {
    expect(offerTo(product, { ...shop, grade: 9 }, [list])).toBeUndefined()
  })
})
