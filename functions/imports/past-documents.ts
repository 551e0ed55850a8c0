import { customerIdOfCode, customersWithIds, getCompany } from '#accounts'
import { productIdOfCode, productsWithIds, saveProduct } from '#catalogue'
import { type PastOrder, type PlannedOrder, planPastOrders } from '#orders'
import type { Actor } from '#platform/actor'
import type { World } from '#platform/world'
import type { Company } from '#shared/accounts'
import type { PastDocument } from '#shared/imports'
import { Problem } from '#shared/problems'
import type { Instant } from '#shared/time'
import type { RowProblem } from './cell-rules.ts'
import type { Judgement } from './file-kind.ts'

type Line = PastDocument['lines'][number]
export type NamedDocument = Omit<PastDocument, 'placedAt'> & { document: string; placedAt: Instant }

/** Tax rates of the products that documents name, by code; one the catalogue lacks has none. */
type KnownProducts = Map<string, number>

/** Judges documents of earlier times; what one process looked up of products, it keeps. */
export function openDocuments(world: World) {
  const products: KnownProducts = new Map()
  let company: Promise<Company> | undefined
  const settings = () => {
    company ??= getCompany(world)
    return company
  }
  const judge = async (documents: readonly NamedDocument[]): Promise<Judgement[]> => {
    const { currency } = await settings()
    await lookUpProducts(world, products, documents)
    const plans = await planPastOrders(
      world,
      documents.map((document) => pastOrderOf(document, currency, products)),
    )
    return documents.map((document, at) => {
      const plan = plans[at]
      return !plan || plan instanceof Problem
        ? refusalOf(plan, document)
        : judgementOf(world, plan, document, products)
    })
  }
  /** Of these customers, the ones that there are not; asked only where something else is wrong as well. */
  const strangersAmong = async (named: ReadonlyArray<{ customer?: string }>): Promise<Set<string>> => {
    const codes = [...new Set(named.flatMap(({ customer = [] }) => customer))]
    const found = await customersWithIds(world.table, codes.map(customerIdOfCode))
    return new Set(codes.filter((_, at) => found[at] === undefined))
  }
  return { judge, settings, strangersAmong }
}

/** What is wrong with a row that names a customer whom there is not. */
export function unknownCustomer(code: string): RowProblem {
  return { code: 'imports.reference_unknown', column: 'customer', facts: { value: code } }
}

function judgementOf(
  world: World,
  plan: PlannedOrder,
  { lines }: NamedDocument,
  products: KnownProducts,
): Judgement {
  const added = lines.filter(({ product }) => !products.has(product))
  return {
    verdict: plan.verdict,
    changes: {},
    version: plan.version,
    notes: plan.verdict === 'new' ? notesOf(added) : [],
    commit: async (actor) => {
      for (const line of added) await addEndedProduct(world, actor, line, products)
      await plan.commit(actor)
    },
  }
}

function refusalOf(problem: Problem | undefined, { customer }: NamedDocument): Judgement {
  const { code = 'accounts.customer_not_found', facts } = problem ?? {}
  if (code !== 'accounts.customer_not_found') return { verdict: 'refused', problems: [{ code, facts }] }
  return { verdict: 'refused', problems: [unknownCustomer(customer)] }
}

function pastOrderOf(
  { document, customer, lines, ...told }: NamedDocument,
  usual: Company['currency'],
  products: KnownProducts,
): PastOrder {
  return {
    customerId: customerIdOfCode(customer),
    placedAt: told.placedAt,
    currency: told.currency ?? usual,
    source: document,
    state: told.state,
    lines: lines.map(({ product, quantity, price }) => ({
      productId: productIdOfCode(product),
      quantity,
      wanted: quantity,
      price,
      taxRate: products.get(product) ?? 0,
    })),
  }
}

function notesOf(added: readonly Line[]): RowProblem[] {
  const codes = [...new Set(added.map(({ product }) => product))]
  return codes.map((value) => ({ code: 'imports.product_created', facts: { value } }))
}

async function lookUpProducts(
  world: World,
  known: KnownProducts,
  documents: readonly NamedDocument[],
): Promise<void> {
  const codes = documents.flatMap(({ lines }) => lines.map(({ product }) => product))
  const open = [...new Set(codes)].filter((code) => !known.has(code))
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
  { product: code, description }: Line,
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
