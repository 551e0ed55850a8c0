import * as z from 'zod'
import { Company, CustomerIdField, TextField, UnitPathField } from './accounts.ts'
import { CycleView } from './calendar.ts'
import { JobView } from './imports.ts'
import { pageOf } from './paging.ts'
import { pictureIdPattern } from './picture-sizes.ts'
import { MOST_PACKS } from './unit-chain.ts'

const MOST_NAMED = 100
const MOST_CUSTOMERS = 500
const MOST_PICTURES = 12
const MOST_SUBSTITUTES = 20
const MOST_CONTAINED = 100_000
const MOST_PRICE = 1_000_000_000

export const ProductIdField = z.templateLiteral(['prd_', z.string().regex(/^[0-9A-Z]{16}$/)])
/** A code that people gave; it never looks like an id, and holds no separator of keys. */
export const CodeField = z.string().regex(/^(?!prd_)[^\s#/~][^#/~]{0,39}$/)
export const PictureIdField = z.string().regex(pictureIdPattern)
export const NameField = z.object({ zh: z.string().min(1).max(200), en: z.string().min(1).max(200) })
const BarcodeField = z.string().max(14).describe('GTIN-8, -12, -13 or -14 with its check digit.')

/** From `atLeast` units on, each unit of the line costs `price` in minor units. */
export const PriceBreakField = z.object({
  atLeast: z.number().int().min(1).max(999_999),
  price: z.number().int().min(0).max(MOST_PRICE),
})

/** One step of the unit chain: holds `contains` of the unit below. */
const PackField = z
  .object({
    unit: TextField,
    contains: z.number().int().min(2).max(MOST_CONTAINED),
    barcode: BarcodeField.optional(),
  })
  .meta({ id: 'Pack' })

const grade = z.number().int().min(1).max(99).optional()
const names = z.array(z.string().min(1).max(60)).max(MOST_NAMED).optional()

/** Whom something is meant for; every list that is there must hold the customer, none is everyone. */
export const AudienceField = z
  .object({
    units: z.array(UnitPathField).max(MOST_NAMED).optional(),
    kinds: z.array(z.enum(['retailer', 'distributor'])).optional(),
    formats: names,
    classes: names,
    grades: z.object({ from: grade, to: grade }).optional(),
    customers: z.array(CustomerIdField).max(MOST_CUSTOMERS).optional(),
  })
  .meta({ id: 'Audience' })

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
    packs: z.array(PackField).optional().describe('Larger units, each of the one before it.'),
    barcode: z.string().optional(),
    minimum: z.number().int().min(1),
    multiple: z.number().int().min(1),
    glyph: z.string(),
    colour: z.string(),
    picture: z.string().optional().describe('Id of the first picture; without one the stand-in is drawn.'),
    substitutes: z.array(ProductIdField).optional(),
  })
  .meta({ id: 'ProductCard' })
export type ProductCard = z.infer<typeof ProductCard>

export const productStateNames = ['draft', 'on-sale', 'suspended', 'ended'] as const
export type ProductState = (typeof productStateNames)[number]

/** A product as the company keeps it. Tax in basis points. */
export const Product = ProductCard.omit({ picture: true })
  .extend({
    packs: z.array(PackField),
    pictures: z.array(PictureIdField),
    substitutes: z.array(ProductIdField),
    audience: AudienceField.optional(),
    taxRate: z.number().int(),
    state: z.enum(productStateNames),
    version: z.number().int(),
  })
  .meta({ id: 'Product' })
export type Product = z.infer<typeof Product>

/** A product to be put in. Packs, substitutes and audience that are left out stay as they are; a barcode does not. */
export const SaveProduct = z
  .object({
    name: NameField,
    category: z.string().max(40).default('other'),
    brand: z.string().max(100).default(''),
    unit: NameField,
    packs: z.array(PackField).max(MOST_PACKS).optional(),
    barcode: BarcodeField.optional(),
    minimum: z.number().int().min(1).max(999_999).default(1),
    multiple: z.number().int().min(1).max(999_999).default(1),
    glyph: z.string().max(3).default(''),
    colour: z
      .string()
      .regex(/^#[0-9a-f]{6}$/)
      .default('#6b7078'),
    taxRate: z.number().int().min(0).max(10_000).default(1300),
    state: z.enum(productStateNames).optional().describe('Stays as it is when left out; draft when new.'),
    substitutes: z.array(ProductIdField).max(MOST_SUBSTITUTES).optional(),
    audience: AudienceField.optional(),
  })
  .meta({ id: 'SaveProduct' })

export const SaveProducts = z
  .object({
    items: z
      .array(SaveProduct.extend({ code: CodeField }))
      .min(1)
      .max(100),
  })
  .meta({ id: 'SaveProducts' })

/** What a list of products is narrowed to. */
export const ProductFilter = z.object({
  state: z.enum(productStateNames).optional(),
  category: z.string().max(40).optional().describe('With those below it.'),
  brand: z.string().max(100).optional(),
  text: z.string().max(100).optional().describe('In name, pinyin, code or barcode.'),
})
export type ProductFilter = z.infer<typeof ProductFilter>

/** A picture that was begun, and the address to PUT its file to. */
export const StartedPicture = z.object({ job: JobView, uploadUrl: z.string() }).meta({ id: 'StartedPicture' })

export const ChangeProductState = z
  .object({ to: z.enum(productStateNames) })
  .meta({ id: 'ChangeProductState' })
/** Many products that shall take the same step, each from the version that was seen. */
export const ChangeProductStates = ChangeProductState.extend({
  items: z
    .array(z.object({ product: z.string().max(60), version: z.number().int().optional() }))
    .min(1)
    .max(100),
}).meta({ id: 'ChangeProductStates' })
export const OrderPictures = z
  .object({ pictures: z.array(PictureIdField).max(MOST_PICTURES) })
  .meta({ id: 'OrderPictures' })
export const ProductPage = pageOf(Product).meta({ id: 'ProductPage' })

/** A category of the tree; `path` are the codes from the root down to it. */
export const Category = z
  .object({
    code: z.string(),
    name: TextField,
    parent: z.string().optional(),
    path: z.array(z.string()),
    version: z.number().int(),
  })
  .meta({ id: 'Category' })
export type Category = z.infer<typeof Category>
export const SaveCategory = z
  .object({ name: NameField, parent: CodeField.optional() })
  .meta({ id: 'SaveCategory' })

/** One row of the order page: a product with this customer's price and limit. Prices in minor units, tax in basis points. */
export const AssortmentItem = ProductCard.extend({
  price: z.number().int().describe('Of one unit.'),
  breaks: z.array(PriceBreakField).optional().describe('When more units cost less each.'),
  taxRate: z.number().int(),
  isNet: z.boolean().optional().describe('Tax comes on top of the price.'),
  limit: z
    .object({
      quantity: z.number().int(),
      shops: z.number().int(),
      isDoubled: z.boolean().optional().describe('Called on every other week, so twice as much.'),
    })
    .optional(),
  band: z.string().optional().describe('The price band whose cap it shares with others.'),
  remaining: z.number().int().optional(),
  isLow: z.boolean().optional().describe('Of a first-come product, a tenth at most is left.'),
  usedElsewhere: z.number().int(),
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
    leastTotal: z.number().int().optional().describe('What an order must come to at least, with tax.'),
    limitsVersion: z.number().int(),
    limitsPublishedAt: z.string().optional(),
    bands: z
      .array(z.object({ code: z.string(), cap: z.number().int(), usedElsewhere: z.number().int() }))
      .describe('Price bands with free choice up to a cap.'),
    items: z.array(AssortmentItem),
  })
  .meta({ id: 'Assortment' })
export type Assortment = z.infer<typeof Assortment>
