import * as z from 'zod'
import { CycleIdField } from './calendar.ts'
import { fileFormats } from './import-words.ts'
import { JobView } from './imports.ts'

const exportKinds = ['orders', 'customers', 'products', 'prices'] as const
const FormatField = z.enum(fileFormats).default('csv')

/** Asks for a file of what the same list shows: for orders, those of my units in the week of a cycle, else of this
 * week; for prices, those of one list or of all. Customers, products and prices come in the columns of their imports. */
export const StartExport = z
  .object({
    kind: z.enum(exportKinds),
    format: FormatField,
    cycleId: CycleIdField.optional(),
    list: z.string().max(20).optional(),
  })
  .meta({ id: 'StartExport' })
export type StartExport = z.infer<typeof StartExport>

/** Asks for the refused rows of an import as a file to correct. */
export const StartRefusedRows = z.object({ format: FormatField }).meta({ id: 'StartRefusedRows' })

/** An export with its progress; once it is done, where the file is to be had for the next hour. */
export const ExportView = JobView.extend({ downloadUrl: z.string().optional() }).meta({ id: 'Export' })
export type ExportView = z.infer<typeof ExportView>
