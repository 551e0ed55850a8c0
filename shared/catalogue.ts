import * as z from 'zod'
import { Company, CustomerIdField, TextField } from './accounts.ts'
import { CycleView } from './calendar.ts'

export const ProductIdField = z.templateLiteral(['prd_', z.string().regex(/^[0-9A-Z]{16}$/)])

/** What a product is, as everyone may know it. Quantities are counted in `unit`, the smallest unit on sale. */
export const ProductCard = z
  .object({
    productId: ProductIdField,
    code: z.string(),
    name: TextField,
    category: z.string(),
    brand: z.string(),
    pinyin: z.string().describe('Full pinyin and initials of the Chinese name, for finding by sound.'),
    unit: TextField,
    barcode: z.string().optional(),
    minimum: z.number().int().min(1),
    multiple: z.number().int().min(1),
    glyph: z.string(),
    colour: z.string(),
  })
  .meta({ id: 'ProductCard' })
export type ProductCard = z.infer<typeof ProductCard>

/** One row of the order page: a product with this customer's price and limit. Prices in minor units, tax in basis points. */
export const AssortmentItem = ProductCard.extend({
  price: z.number().int(),
  taxRate: z.number().int(),
  limit: z.object({ quantity: z.number().int(), shops: z.number().int() }).optional(),
  remaining: z.number().int().optional(),
  usedElsewhere: z.number().int(),
  lastQuantity: z.number().int().optional(),
}).meta({ id: 'AssortmentItem' })
export type AssortmentItem = z.infer<typeof AssortmentItem>

/** All that the order page needs: window, account, rows, and the order that already stands in this cycle. */
export const Assortment = z
  .object({
    company: Company,
    customer: z.object({
      customerId: CustomerIdField,
      number: z.number().int(),
      name: TextField,
      grade: z.number().int().optional(),
    }),
    cycle: CycleView.optional(),
    currentOrder: z.object({ orderId: z.string(), version: z.number().int() }).optional(),
    holdReason: z.string().optional(),
    available: z.number().int().optional(),
    limitsVersion: z.number().int(),
    limitsPublishedAt: z.string().optional(),
    items: z.array(AssortmentItem),
  })
  .meta({ id: 'Assortment' })
export type Assortment = z.infer<typeof Assortment>
