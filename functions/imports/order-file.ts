import { customerIdOfCode, getCompany } from '#accounts'
import { productIdOfCode, productsWithIds, saveProduct } from '#catalogue'
import {
  isPastOrderAsLeft,
  type PastOrder,
  type PlannedOrder,
  planPastOrders,
  removePastOrder,
} from '#orders'
import type { Actor } from '#platform/actor'
import type { World } from '#platform/world'
import type { Company } from '#shared/accounts'
import type { ImportOptions } from '#shared/imports'
import { Problem } from '#shared/problems'
import type { RowProblem } from './cell-rules.ts'
import type { FileKind, Judgement, OpenKind, RowGroup } from './file-kind.ts'
import { instantOfMoment } from './moment-rules.ts'
import { type DocumentLine, documentOf, orderColumns } from './order-document-rules.ts'

/** Tax rates of the products that documents name, by code; one the catalogue lacks has none. */
type KnownProducts = Map<string, number>

/** Orders of earlier times: one document is one order, its rows stand together. */
export const orderFile: FileKind = {
  columns: orderColumns,
  keyOf: ({ document = '' }) => document.trim(),
  isGrouped: true,
  parallel: 8,
  // The numbers of a customer's orders follow the file.
  sequenceOf: ({ customer = '' }) => customer.trim(),
  open: (world, options): OpenKind => {
    const products: KnownProducts = new Map()
    let company: Promise<Company> | undefined
    return {
      judge: async (groups) => {
        company ??= getCompany(world)
        const settings = await company
        await lookUpProducts(world, products, groups)
        return judgeDocuments(world, { settings, options, products }, groups)
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

type Surroundings = { settings: Company; options: ImportOptions; products: KnownProducts }
type Lines = readonly [DocumentLine, ...DocumentLine[]]

async function judgeDocuments(
  world: World,
  around: Surroundings,
  groups: readonly RowGroup[],
): Promise<Judgement[]> {
  const read = groups.map(({ rows }) => documentOf(rows, around.settings.currency))
  const whole = read.flatMap((document) => ('lines' in document ? [document.lines] : []))
  const plans = (
    await planPastOrders(
      world,
      whole.map((lines) => pastOrderOf(around, lines)),
    )
  ).values()
  return read.map((document) => {
    if ('problems' in document) return { verdict: 'refused', problems: document.problems }
    const plan = plans.next().value
    return !plan || plan instanceof Problem
      ? refusalOf(plan, document.lines)
      : judgementOf(world, plan, document.lines, around.products)
  })
}

function judgementOf(world: World, plan: PlannedOrder, lines: Lines, products: KnownProducts): Judgement {
  const added = lines.filter(({ product }) => !products.has(product))
  return {
    verdict: plan.verdict,
    changes: {},
    version: plan.version,
    notes: plan.verdict === 'new' ? notesOf(lines, added) : [],
    commit: async (actor) => {
      for (const line of added) await addEndedProduct(world, actor, line, products)
      await plan.commit(actor)
    },
  }
}

function refusalOf(problem: Problem | undefined, [{ customer }]: Lines): Judgement {
  const { code = 'accounts.customer_not_found', facts } = problem ?? {}
  if (code !== 'accounts.customer_not_found') return { verdict: 'refused', problems: [{ code, facts }] }
  const unknown = {
    code: 'imports.reference_unknown',
    column: 'customer',
    facts: { value: customer },
  } as const
  return { verdict: 'refused', problems: [unknown] }
}

function pastOrderOf({ settings, options, products }: Surroundings, lines: Lines) {
  const [first] = lines
  const past: PastOrder = {
    customerId: customerIdOfCode(first.customer),
    placedAt: instantOfMoment(first.placed_at, settings.timeZone),
    currency: first.currency ?? settings.currency,
    source: first.document,
    state: stateOf(first.document, options),
    lines: lines.map(({ product, quantity, price }) => ({
      productId: productIdOfCode(product),
      quantity,
      wanted: quantity,
      price,
      taxRate: products.get(product) ?? 0,
    })),
  }
  return past
}

function stateOf(
  document: string,
  { cancellationPrefix, correctionPrefix }: ImportOptions,
): PastOrder['state'] {
  if (cancellationPrefix && document.startsWith(cancellationPrefix)) return 'cancellation'
  return correctionPrefix && document.startsWith(correctionPrefix) ? 'correction' : 'confirmed'
}

function notesOf(lines: readonly DocumentLine[], added: readonly DocumentLine[]): RowProblem[] {
  const codes = [...new Set(added.map(({ product }) => product))]
  const notes: RowProblem[] = codes.map((value) => ({ code: 'imports.product_created', facts: { value } }))
  if (new Set(lines.map(({ placed_at }) => placed_at)).size > 1)
    notes.push({ code: 'imports.moment_ignored' })
  return notes
}

async function lookUpProducts(
  world: World,
  known: KnownProducts,
  groups: readonly RowGroup[],
): Promise<void> {
  const codes = groups.flatMap(({ rows }) => rows.map(({ product = '' }) => product.trim()))
  const open = [...new Set(codes)].filter((code) => code !== '' && !known.has(code))
  if (open.length === 0) return
  const found = await productsWithIds(world.table, open.map(productIdOfCode), { isStrong: true })
  open.forEach((code, at) => {
    const product = found[at]
    if (product) known.set(code, product.taxRate)
  })
}

/** Services and what left the catalogue long ago are kept as products that nobody can order. */
async function addEndedProduct(
  world: World,
  actor: Actor,
  { product: code, description }: DocumentLine,
  known: KnownProducts,
): Promise<void> {
  if (known.has(code)) return
  const name = description ?? code
  await saveProduct(world, actor, {
    code,
    name: { zh: name, en: name },
    category: 'other',
    brand: '',
    unit: { zh: '件', en: 'piece' },
    minimum: 1,
    multiple: 1,
    glyph: [...name][0] ?? '',
    colour: '#6b7078',
    taxRate: 0,
    state: 'ended',
  })
  known.set(code, 0)
}
