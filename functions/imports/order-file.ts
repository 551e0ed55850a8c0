import { isPastOrderAsLeft, removePastOrder } from '#orders'
import type { ImportOptions } from '#shared/imports'
import type { RowProblem } from './cell-rules.ts'
import type { FileKind, Judgement, OpenKind } from './file-kind.ts'
import { instantOfMoment } from './moment-rules.ts'
import { type DocumentLine, documentOf, orderColumns, stateOfDocument } from './order-document-rules.ts'
import { type NamedDocument, openDocuments, unknownCustomer } from './past-documents.ts'

type Lines = readonly [DocumentLine, ...DocumentLine[]]

/** Orders of earlier times: one document is one order, its rows stand together. */
export const orderFile: FileKind = {
  columns: orderColumns,
  keyOf: ({ document = '' }) => document.trim(),
  isGrouped: true,
  parallel: 16,
  // The numbers of a customer's orders follow the file.
  sequenceOf: ({ customer = '' }) => customer.trim(),
  open: (world, options): OpenKind => {
    const documents = openDocuments(world)
    return {
      judge: async (groups) => {
        const { currency, timeZone } = await documents.settings()
        const read = groups.map(({ rows }) => documentOf(rows, currency))
        const whole = read.flatMap((one) => ('lines' in one ? [one.lines] : []))
        const named = whole.map((lines) => namedDocument(lines, timeZone, options))
        const judged = (await documents.judge(named)).values()
        const strangers = await documents.strangersAmong(
          read.flatMap((one) => ('problems' in one ? one : [])),
        )
        return read.map((one) => {
          if ('problems' in one)
            return { verdict: 'refused', problems: [...one.problems, ...strangerIn(one, strangers)] }
          const judgement = judged.next().value
          return judgement ? withNotes(judgement, one.lines) : { verdict: 'refused', problems: [] }
        })
      },
      undo: {
        areAsLeft: (groups) => Promise.all(groups.map(({ left }) => isPastOrderAsLeft(world, left.key))),
        revert: async (actor, { left }) => {
          await removePastOrder(world, actor, left.key)
          return true
        },
      },
    }
  },
}

function strangerIn({ customer }: { customer?: string }, strangers: ReadonlySet<string>): RowProblem[] {
  return customer !== undefined && strangers.has(customer) ? [unknownCustomer(customer)] : []
}

function namedDocument(lines: Lines, timeZone: string, options: ImportOptions): NamedDocument {
  const [{ document, customer, currency, placed_at }] = lines
  return {
    document,
    customer,
    currency,
    placedAt: instantOfMoment(placed_at, timeZone),
    state: stateOfDocument(document, options),
    lines: [...lines],
  }
}

function withNotes(judgement: Judgement, lines: Lines): Judgement {
  if (judgement.verdict !== 'new' || new Set(lines.map(({ placed_at }) => placed_at)).size === 1)
    return judgement
  const notes: RowProblem[] = [...(judgement.notes ?? []), { code: 'imports.moment_ignored' }]
  return { ...judgement, notes }
}
