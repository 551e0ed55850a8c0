import * as z from 'zod'
import { CycleIdField } from './calendar.ts'
import { JobView } from './imports.ts'

const exportKinds = ['orders'] as const

/** Asks for a file of what the same list shows: the orders of my units in the week of a cycle, else of this week. */
export const StartExport = z
  .object({ kind: z.enum(exportKinds), cycleId: CycleIdField.optional() })
  .meta({ id: 'StartExport' })
export type StartExport = z.infer<typeof StartExport>

/** An export with its progress; once it is done, where the file is to be had for the next hour. */
export const ExportView = JobView.extend({ downloadUrl: z.string().optional() }).meta({ id: 'Export' })
export type ExportView = z.infer<typeof ExportView>
