import type { Actor } from '#platform/actor'
import { type PlannedChange, planChange } from '#platform/audit/plan-change'
import { derivedId } from '#platform/new-id'
import type { World } from '#platform/world'
import type { ProductId } from '#shared/ids'
import { type Product, productKey, productWrite, storedProduct } from './product-store.ts'

/** A product as another system or a file gives it. */
export type ProductInput = Omit<Product, 'productId' | 'version' | 'pinyin'>

/** The product that always belongs to a code. Codes differ in case on purpose, so case counts. */
export function productIdOfCode(code: string): ProductId {
  return derivedId('product', code)
}

/** Puts a product in by its code; saving what is there already changes nothing. */
export async function saveProduct(
  world: World,
  actor: Actor,
  input: ProductInput,
): Promise<PlannedChange['verdict']> {
  const plan = await planProduct(world, input)
  await plan.commit(actor)
  return plan.verdict
}

/** What saving a product would do. */
export async function planProduct(world: World, input: ProductInput): Promise<PlannedChange> {
  const productId = productIdOfCode(input.code)
  const before = await storedProduct(world.table, productId)
  const after = { ...input, productId, pinyin: await pinyinOf(input.name.zh) }
  return planChange(world, {
    type: 'product.saved',
    subject: productKey(productId),
    about: { productId },
    before: before && withoutVersion(before),
    after,
    version: before?.version ?? 0,
    writes: (version) => [productWrite({ ...after, version }, before)],
  })
}

function withoutVersion({ version: _, ...fields }: Product): Omit<Product, 'version'> {
  return fields
}

// The dictionary is large, and only saving a product needs it.
async function pinyinOf(text: string): Promise<string> {
  const { pinyin } = await import('pinyin-pro')
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
  const plain = syllables
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
  const initials = pinyin(text, { pattern: 'first', toneType: 'none', nonZh: 'removed' }).replace(/\s/g, '')
  return `${plain} ${initials}`
}
