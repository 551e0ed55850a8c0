import type { Basket } from '#shared/drafts'
import type { ProductId } from '#shared/ids'
import type { OrderHead } from '#shared/orders'
import type { SheetAssortment, SheetItem } from '../../web/src/features/orders/entry/sheet-items.ts'

export const customerId = 'cus_0123456789ABCDEF'

/** The id of the product that a test calls by a number. */
export function product(number: number): ProductId {
  return `prd_${String(number).padStart(16, '0')}`
}

export function anItem(change: Partial<SheetItem> = {}): SheetItem {
  return {
    productId: product(1),
    code: 'YL-2031',
    name: { zh: '云岭（硬红）', en: 'Yunling (hard red)' },
    category: 'hard-pack',
    brand: 'Yunling',
    pinyin: 'yun ling ying hong ylyh',
    unit: { zh: '条', en: 'carton' },
    barcode: '6901234567892',
    minimum: 1,
    multiple: 1,
    glyph: '红',
    colour: '#8c2f2c',
    price: 12_800,
    taxRate: 1300,
    usedElsewhere: 0,
    ...change,
  }
}

export function anAssortment(change: Partial<SheetAssortment> = {}): SheetAssortment {
  return {
    company: {
      preset: 'supplied',
      name: { zh: '公司', en: 'Company' },
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      brandColour: '#1f5f4a',
      servicePhone: '400-990-0000',
      oneOrderACycle: true,
      pricesIncludeTax: true,
    },
    customer: { customerId, number: 183, name: { zh: '兴旺便利店', en: 'Xingwang' }, grade: 18 },
    cycle: {
      cycleId: 'cyc_weekly-4-2026-11-26',
      batch: 'weekly-4',
      date: '2026-11-26',
      opensAt: '2026-11-23T11:00:00.000Z',
      closesAt: '2026-11-25T08:00:00.000Z',
      isOpen: true,
      now: '2026-11-25T04:47:20.000Z',
    },
    limitsVersion: 12,
    bands: [],
    items: [anItem()],
    ...change,
  }
}

export function aHead(change: Partial<OrderHead> = {}): OrderHead {
  return {
    orderId: 'ord_0123456789ABCDEF-8',
    number: '0183-8K',
    customerId,
    cycleId: 'cyc_weekly-4-2026-11-19',
    state: 'confirmed',
    version: 1,
    total: 100,
    currency: 'CNY',
    lineCount: 1,
    placedAt: '2026-11-18T04:00:00.000Z',
    changedAt: '2026-11-18T04:00:00.000Z',
    isOnBehalf: false,
    ...change,
  }
}

export function aBasket(quantity: number, changedAt = '2026-11-25T04:00:00.000Z', version = 3): Basket {
  return { customerId, version, changedAt, lines: [{ productId: product(1), quantity }] }
}
