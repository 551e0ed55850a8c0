import * as z from 'zod'
import { CustomerFilter } from './accounts.ts'
import { CycleIdField } from './calendar.ts'
import { ProductFilter } from './catalogue.ts'
import { fileFormats } from './import-words.ts'
import { JobView } from './imports.ts'
import { WaitedForFilter } from './order-progress.ts'
import { PriceFilter } from './prices.ts'
import { RequestQuery } from './requests.ts'

const FormatField = z.enum(fileFormats).default('csv')

const format = { format: FormatField }
const ordersAsked = { cycleId: CycleIdField.optional(), text: z.string().max(60).optional() }

/** Asks for a file of what the same list shows: for orders or their lines, those of my units in the week of a cycle, else of this
 * week; for the others, what the same filters find, in the columns of their imports. */
export const StartExport = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('orders'), ...format, ...ordersAsked }),
    z.object({ kind: z.literal('order-lines'), ...format, ...ordersAsked }),
    z.object({
      kind: z.literal('requests'),
      ...format,
      filter: RequestQuery.pick({ state: true }).optional(),
    }),
    z.object({
      kind: z.literal('shops-waited-for'),
      ...format,
      cycleId: CycleIdField,
      filter: WaitedForFilter.optional(),
    }),
    z.object({ kind: z.literal('customers'), ...format, filter: CustomerFilter.optional() }),
    z.object({ kind: z.literal('products'), ...format, filter: ProductFilter.optional() }),
    z.object({ kind: z.literal('prices'), ...format, filter: PriceFilter.optional() }),
  ])
  .meta({ id: 'StartExport' })
export type StartExport = z.infer<typeof StartExport>

/** Asks for a file of the orders of one customer, or of their lines: all, or those that the same text finds. */
export const StartOrderExport = z
  .object({ kind: z.enum(['orders', 'order-lines']), ...format, text: z.string().max(60).optional() })
  .meta({ id: 'StartOrderExport' })
export type StartOrderExport = z.infer<typeof StartOrderExport>

/** Asks for the refused rows of an import as a file to correct. */
export const StartRefusedRows = z.object({ format: FormatField }).meta({ id: 'StartRefusedRows' })

/** An export with its progress; once it is done, where the file is to be had for the next hour. */
export const ExportView = JobView.extend({ downloadUrl: z.string().optional() }).meta({ id: 'Export' })
export type ExportView = z.infer<typeof ExportView>
