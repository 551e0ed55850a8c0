import * as z from 'zod'
import { CustomerFilter } from './accounts.ts'
import { CycleIdField, CycleQuery } from './calendar.ts'
import { ProductFilter } from './catalogue.ts'
import { DemandFilter } from './demand.ts'
import { StaffFilter } from './identity.ts'
import { fileFormats } from './import-words.ts'
import { ImportFilter, JobView, rowVerdictNames } from './imports.ts'
import { SentQuery } from './notifications.ts'
import { OddityFilter } from './oddities.ts'
import { OrderFilter } from './orders.ts'
import { PriceFilter } from './prices.ts'
import { WaitedForFilter } from './progress.ts'
import { RequestQuery } from './requests.ts'
import { CustomerLimitsQuery } from './supply.ts'

const FormatField = z.enum(fileFormats).default('csv')

const format = { format: FormatField }
const ordersAsked = {
  cycleId: CycleIdField.optional(),
  ...OrderFilter.shape,
  text: z.string().max(60).optional(),
}

/** Asks for a file of what the same list shows: for orders or their lines, those of my units in the week of a cycle, else of this
 * week; for the others, what the same filters find, in the columns of their imports. */
export const StartExport = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('orders'), ...format, ...ordersAsked }),
    z.object({ kind: z.literal('order-lines'), ...format, ...ordersAsked }),
    z.object({
      kind: z.literal('requests'),
      ...format,
      filter: RequestQuery.pick({ state: true, kind: true }).optional(),
    }),
    z.object({ kind: z.literal('staff'), ...format, filter: StaffFilter.optional() }),
    z.object({ kind: z.literal('cycles'), ...format, filter: CycleQuery.optional() }),
    z.object({
      kind: z.literal('shops-waited-for'),
      ...format,
      cycleId: CycleIdField,
      filter: WaitedForFilter.optional(),
    }),
    z.object({
      kind: z.literal('oddities'),
      ...format,
      cycleId: CycleIdField,
      filter: OddityFilter.optional(),
    }),
    z.object({
      kind: z.literal('demand'),
      ...format,
      cycleId: CycleIdField,
      filter: DemandFilter.optional(),
    }),
    z.object({ kind: z.literal('customers'), ...format, filter: CustomerFilter.optional() }),
    z.object({ kind: z.literal('products'), ...format, filter: ProductFilter.optional() }),
    z.object({ kind: z.literal('prices'), ...format, filter: PriceFilter.optional() }),
    z.object({ kind: z.literal('imports'), ...format, filter: ImportFilter.optional() }),
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

/** Asks for what became of the rows of an import as a file: of all, or of those with one verdict. */
export const StartImportRows = z
  .object({ ...format, verdict: z.enum(rowVerdictNames).optional() })
  .meta({ id: 'StartImportRows' })
export type StartImportRows = z.infer<typeof StartImportRows>

/** Asks for what the people of a customer were told as a file, by the filters of that list. */
export const MessageFilter = SentQuery.pick({ personId: true, state: true })
export type MessageFilter = z.infer<typeof MessageFilter>
export const StartMessageExport = z
  .object({ ...format, filter: MessageFilter.optional() })
  .meta({ id: 'StartMessageExport' })

/** Asks for the limits of a customer in a cycle as a file, by the filters of that list. */
export const LimitFilter = CustomerLimitsQuery.pick({ cycleId: true, text: true })
export type LimitFilter = z.infer<typeof LimitFilter>
export const StartLimitExport = z
  .object({ ...format, filter: LimitFilter.optional() })
  .meta({ id: 'StartLimitExport' })

/** An export with its progress; once it is done, where the file is to be had for the next hour. */
export const ExportView = JobView.extend({ downloadUrl: z.string().optional() }).meta({ id: 'Export' })
export type ExportView = z.infer<typeof ExportView>
