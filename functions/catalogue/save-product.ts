import type { Actor } from '#platform/actor'
import { commitChange } from '#platform/audit/record-change'
import { derivedId } from '#platform/new-id'
import type { World } from '#platform/world'
import type { ProductId } from '#shared/ids'
import type { RowVerdict } from '#shared/imports'
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
): Promise<RowVerdict['verdict']> {
  const productId = productIdOfCode(input.code)
  const before = await storedProduct(world.table, productId)
  const product: Product = {
    ...input,
    productId,
    pinyin: await pinyinOf(input.name.zh),
    version: before?.version ?? 0,
  }
  const changed = Object.entries(product).filter(
    ([key, value]) => !isSame(value, before?.[fieldOf(key, product)]),
  )
  if (before && changed.length === 0) return 'unchanged'
  const after = { ...product, version: product.version + 1 }
  const change = Object.fromEntries(changed.map(([key, value]) => [key, { to: value ?? null }]))
  await commitChange(
    world,
    actor,
    { type: 'product.saved', subject: productKey(productId), about: { productId }, change },
    [productWrite(after, before)],
  )
  return before ? 'changed' : 'new'
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

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}

function fieldOf<Whole extends object>(key: string, _whole: Whole): keyof Whole {
  // Keys of Object.entries are text to the compiler; they are those of the whole.
  return key as keyof Whole
}
