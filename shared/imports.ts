import * as z from 'zod'
import { TextField } from './accounts.ts'
import { importKinds, importStateNames } from './import-words.ts'
import { currencies } from './money.ts'
import { pageOf } from './paging.ts'

export const ImportIdField = z.templateLiteral(['imp_', z.string().regex(/^[0-9A-Z]{16,26}$/)])
const KindField = z.enum(importKinds)

export const StartImport = z
  .object({ kind: KindField, fileName: z.string().min(1).max(200) })
  .meta({ id: 'StartImport' })
export type StartImport = z.infer<typeof StartImport>

export const jobStateNames = ['waiting', 'running', 'done', 'failed'] as const

/** A job as an address names it. */
export const JobIdField = z.templateLiteral(['job_', z.string().regex(/^[0-9A-Z]{16,26}$/)])

/** A long work with its progress. `done` and `total` count rows; `total` is 0 until known. */
export const JobView = z
  .object({
    jobId: z.string(),
    kind: z.string(),
    state: z.enum(jobStateNames),
    done: z.number().int(),
    total: z.number().int(),
    verdicts: z.record(z.string(), z.number().int()),
    problem: z.string().optional(),
    facts: z.record(z.string(), z.unknown()).optional().describe('What the sentence of the problem says.'),
    startedAt: z.string(),
  })
  .meta({ id: 'Job' })
export type JobView = z.infer<typeof JobView>

const MOST_COLUMNS = 200
const columnName = z.string().max(200)

/** Which column of the file stands for which of ours: our key, the file's heading. */
export const ColumnMap = z
  .record(z.string().max(60), columnName)
  .refine((map) => Object.keys(map).length <= MOST_COLUMNS)
  .meta({ id: 'ColumnMap' })
export type ColumnMap = z.infer<typeof ColumnMap>

/** How a file is taken: all rows or none; what document numbers of cancellations and corrections begin with. */
export const ImportOptions = z
  .object({
    isAllOrNothing: z.boolean().default(false),
    cancellationPrefix: z.string().max(10).default('C'),
    correctionPrefix: z.string().max(10).default('A'),
  })
  .meta({ id: 'ImportOptions' })
export type ImportOptions = z.infer<typeof ImportOptions>

/** What a file looks like: its headings, and a few rows as they stand in it. */
const FileHead = z
  .object({
    format: z.string(),
    encoding: z.string().optional(),
    separator: z.string().optional(),
    columns: z.array(z.string()),
    samples: z.array(z.array(z.string())),
  })
  .meta({ id: 'FileHead' })

/** The columns that a kind of file may bring, as a mapping names them. */
export const ImportColumns = z
  .object({ items: z.array(z.object({ key: z.string(), title: TextField, isRequired: z.boolean() })) })
  .meta({ id: 'ImportColumns' })
export type ImportColumns = z.infer<typeof ImportColumns>

/** An import with the phase it is in; `done`, `total` and `verdicts` are those of its newest phase. */
export const ImportView = z
  .object({
    importId: ImportIdField,
    kind: KindField,
    fileName: z.string(),
    state: z.enum(importStateNames),
    version: z.number().int(),
    startedAt: z.string(),
    head: FileHead.optional(),
    mapping: ColumnMap.optional(),
    mapName: z.string().optional().describe('The saved map that the mapping came from.'),
    options: ImportOptions,
    done: z.number().int(),
    total: z.number().int(),
    verdicts: z.record(z.string(), z.number().int()),
    problem: z.string().optional().describe('Why the newest phase did not come to its end.'),
    facts: z.record(z.string(), z.unknown()).optional(),
    message: z.string().optional().describe('The sentence of the problem.'),
  })
  .meta({ id: 'Import' })
export type ImportView = z.infer<typeof ImportView>
export const ImportList = pageOf(ImportView).meta({ id: 'ImportList' })

/** What the list of imports is narrowed to. */
export const ImportFilter = z.object({
  kind: KindField.optional(),
  state: z.enum(importStateNames).optional(),
  by: z.enum(['me']).optional().describe('Those that the asker began.'),
})
export type ImportFilter = z.infer<typeof ImportFilter>

export const StartedImport = z
  .object({ import: ImportView, uploadUrl: z.string() })
  .meta({ id: 'StartedImport' })

export const SetMapping = z
  .object({
    mapping: ColumnMap,
    options: ImportOptions.optional(),
    saveAs: z
      .string()
      .trim()
      .min(1)
      .max(60)
      .optional()
      .describe('Keeps the mapping for files like this one.'),
  })
  .meta({ id: 'SetMapping' })
export type SetMapping = z.infer<typeof SetMapping>

/** A mapping kept for files of the same columns. */
export const SavedMap = z
  .object({ kind: KindField, name: z.string().min(1).max(60), mapping: ColumnMap })
  .meta({ id: 'SavedMap' })
export type SavedMap = z.infer<typeof SavedMap>
export const SavedMaps = z.object({ items: z.array(SavedMap) }).meta({ id: 'SavedMaps' })

export const rowVerdictNames = ['new', 'changed', 'unchanged', 'refused', 'undone', 'kept'] as const

export const RowProblem = z.object({
  code: z.string(),
  column: z.string().optional(),
  facts: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('What the sentence says; `firstRow` is a row as a spreadsheet program numbers it.'),
  message: z.string().optional(),
})

export type RowProblem = z.infer<typeof RowProblem>

/** What becomes of one row of a file. */
export const RowVerdict = z
  .object({
    row: z.number().int().describe('Counts the rows that are not blank, from 1 after the heading.'),
    line: z
      .number()
      .int()
      .describe('Its row as a spreadsheet program numbers it: the heading is 1, the first row below it 2.'),
    verdict: z.enum(rowVerdictNames),
    key: z.string(),
    changes: z
      .record(z.string(), z.object({ from: z.unknown(), to: z.unknown() }))
      .optional()
      .describe('Field by field, as cells of the file.'),
    problems: z.array(RowProblem).optional().describe('All that is wrong with a refused row.'),
    notes: z.array(RowProblem).optional(),
    version: z.number().int().optional().describe('Of the object, as the import leaves it.'),
  })
  .meta({ id: 'RowVerdict' })
export type RowVerdict = z.infer<typeof RowVerdict>
export const RowVerdictPage = pageOf(RowVerdict).meta({ id: 'RowVerdictPage' })

const MOST_DOCUMENTS = 100
const MOST_LINES = 500
const MOST_EXACT_PRICE = 1e12

/** An order of an earlier time as another system wrote it. Prices in minor units, exact to a tenth. */
export const PastDocument = z
  .object({
    customer: z.string().min(1).max(40).describe('Its code.'),
    placedAt: z.iso.datetime({ offset: true }),
    currency: z.enum(currencies).optional(),
    state: z
      .enum(['confirmed', 'cancellation', 'correction'])
      .optional()
      .describe('Left out, it is by how the number begins: C cancels, A corrects.'),
    lines: z
      .array(
        z.object({
          product: z.string().min(1).max(40).describe('Its code.'),
          description: z.string().min(1).max(200).optional(),
          quantity: z.number().int().min(-999_999_999).max(999_999_999),
          price: z.number().min(-MOST_EXACT_PRICE).max(MOST_EXACT_PRICE).multipleOf(0.1),
        }),
      )
      .min(1)
      .max(MOST_LINES),
  })
  .meta({ id: 'PastDocument' })
export type PastDocument = z.infer<typeof PastDocument>

export const DocumentNumberField = z.string().min(1).max(60)
export const PastDocuments = z
  .object({
    items: z
      .array(PastDocument.extend({ document: DocumentNumberField }))
      .min(1)
      .max(MOST_DOCUMENTS),
  })
  .meta({ id: 'PastDocuments' })
