import * as z from 'zod'
import { BusinessDateField, TextField } from './accounts.ts'
import { NameField, PriceBreakField, ProductIdField } from './catalogue.ts'
import { pageOf } from './paging.ts'
import { areBreaksRising, listLevels, MOST_BREAKS } from './price-rules.ts'

const MOST_AGREED_ROWS = 200
export const ListCodeField = z.string().regex(/^[0-9A-Za-z-]{1,20}$/)

/** What a list says of a product on the days `[from, until)`; a field that is left out is left to the next level. */
export const PriceRowField = z.object({
  from: BusinessDateField.optional(),
  until: BusinessDateField.optional(),
  breaks: z
    .array(PriceBreakField)
    .min(1)
    .max(MOST_BREAKS)
    .refine(areBreaksRising, 'Breaks begin at 1 and rise')
    .optional(),
  minimum: z.number().int().min(1).max(999_999).optional(),
  multiple: z.number().int().min(1).max(999_999).optional(),
})
export type PriceRowField = z.infer<typeof PriceRowField>

export const SavePrice = PriceRowField.meta({ id: 'SavePrice' })
export const SavePrices = z
  .object({
    items: z
      .array(PriceRowField.extend({ product: z.string().min(1).max(60) }))
      .min(1)
      .max(100),
  })
  .meta({ id: 'SavePrices' })

/** A row of a price list with its product. */
export const Price = PriceRowField.extend({
  list: z.string(),
  productId: ProductIdField,
  code: z.string(),
  name: TextField,
  version: z.number().int(),
}).meta({ id: 'Price' })
export type Price = z.infer<typeof Price>
export const PricePage = pageOf(Price).meta({ id: 'PricePage' })

/** A row that was taken away from a list: its history is still there. */
export const RemovedPrice = Price.pick({ list: true, productId: true, from: true })
  .extend({ name: TextField.optional(), removedAt: z.string() })
  .meta({ id: 'RemovedPrice' })
export type RemovedPrice = z.infer<typeof RemovedPrice>
export const RemovedPrices = pageOf(RemovedPrice).meta({ id: 'RemovedPrices' })

export const SavePriceList = z
  .object({ name: NameField, level: z.enum(listLevels) })
  .meta({ id: 'SavePriceList' })
export const PriceList = z
  .object({ list: z.string(), name: TextField, level: z.enum(listLevels), version: z.number().int() })
  .meta({ id: 'PriceList' })
export type PriceList = z.infer<typeof PriceList>

/** What was agreed with one customer; it holds at once, without a publication. */
export const AgreementRow = PriceRowField.extend({ productId: ProductIdField })
export type AgreementRow = z.infer<typeof AgreementRow>
export const SaveAgreement = z
  .object({ rows: z.array(AgreementRow).max(MOST_AGREED_ROWS) })
  .meta({ id: 'SaveAgreement' })
export const Agreement = SaveAgreement.extend({ customerId: z.string(), version: z.number().int() }).meta({
  id: 'Agreement',
})
export type Agreement = z.infer<typeof Agreement>

const change = z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() }))
const named = { productId: ProductIdField, code: z.string(), name: TextField }

/** What a publication would change, and for whom. `version` is that of what is published now, `preview` names exactly
 * these changes. Long lists are cut; the counts are not. */
export const PublicationChanges = z
  .object({
    version: z.number().int(),
    preview: z.string(),
    productCount: z.number().int(),
    products: z.array(z.object({ ...named, change })),
    priceCount: z.number().int(),
    prices: z.array(
      z.object({
        ...named,
        list: z.string(),
        validFrom: z.string().describe('The first day on which anyone sees a difference.'),
        from: z.array(PriceRowField),
        to: z.array(PriceRowField),
      }),
    ),
    lists: z.array(
      z.object({
        list: z.string(),
        priceCount: z.number().int(),
        customers: z.number().int(),
        sample: z.array(z.object({ customerId: z.string(), name: TextField })),
      }),
    ),
  })
  .meta({ id: 'PublicationChanges' })
export type PublicationChanges = z.infer<typeof PublicationChanges>

/** What a publication of earlier changed. */
export const PublicationView = PublicationChanges.omit({ preview: true, lists: true }).meta({
  id: 'PublicationView',
})
export type PublicationView = z.infer<typeof PublicationView>

export const PublishCatalogue = z
  .object({ preview: z.string().max(60).optional().describe('Of the changes that were looked at.') })
  .meta({ id: 'PublishCatalogue' })
export const Publication = z.object({ version: z.number().int() }).meta({ id: 'Publication' })

/** What became of each thing that was sent, in its order. */
export const SaveVerdicts = z
  .object({
    items: z.array(
      z.object({
        key: z.string(),
        verdict: z.enum(['new', 'changed', 'unchanged', 'refused']),
        code: z.string().optional(),
        facts: z.record(z.string(), z.unknown()).optional(),
        message: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'SaveVerdicts' })
export type SaveVerdicts = z.infer<typeof SaveVerdicts>

/** What an export of prices is narrowed to; without a list, those of all. */
export const PriceFilter = z.object({
  list: ListCodeField.optional(),
  text: z.string().max(100).optional(),
  asOf: BusinessDateField.optional(),
})
