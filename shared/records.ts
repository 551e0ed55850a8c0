import * as z from 'zod'
import { BusinessDateField } from './accounts.ts'
import { JobView } from './imports.ts'
import { PageQuery, pageOf } from './paging.ts'

/** One entry of a record's history: who did what, when, from what to what. */
const Entry = z
  .object({
    eventId: z.string(),
    type: z.string(),
    at: z.string(),
    by: z.object({ kind: z.string(), name: z.string(), isOnBehalf: z.boolean() }),
    via: z
      .object({ importId: z.string().optional(), fileName: z.string() })
      .optional()
      .describe('The file that brought the change in; its id for those who may open it.'),
    change: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'HistoryEntry' })

export const History = z.object({ items: z.array(Entry) }).meta({ id: 'History' })
export const HistoryPage = pageOf(Entry).meta({ id: 'HistoryPage' })
export const HistoryQuery = PageQuery
/** What names a row of a price list besides list and product: its first day. */
export const PriceDayField = BusinessDateField.optional()

const InstantField = z
  .templateLiteral([z.string(), 'T', z.string(), 'Z'])
  .refine((instant) => z.iso.datetime({ precision: 3 }).safeParse(instant).success)

/** At which instant a record is read, in UTC with milliseconds. */
export const AsOfQuery = z.object({ at: InstantField })

/** A record as it stood at an instant; `record` is absent when there was none yet. */
export const RecordAsOf = z
  .object({ at: z.string(), record: z.record(z.string(), z.unknown()).optional() })
  .meta({ id: 'RecordAsOf' })
export type RecordAsOf = z.infer<typeof RecordAsOf>

/** The making of an archive with its progress; once it is done, where the file is to be had for the next hour. */
export const ArchiveView = JobView.extend({ downloadUrl: z.string().optional() }).meta({ id: 'Archive' })
export type ArchiveView = z.infer<typeof ArchiveView>
