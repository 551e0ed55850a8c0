import type { Actor } from '#platform/actor'
import { type PlannedChange, planChange, refuseOtherVersion } from '#platform/audit/plan-change'
import { derivedId } from '#platform/new-id'
import { pinyinOf } from '#platform/pinyin'
import type { World } from '#platform/world'
import type { Product, ProductState } from '#shared/catalogue'
import { isId, type ProductId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { refuseBarcodes, refuseSubstitutes, refuseUnreadable } from './judge-product.ts'
import { mayBecome } from './product-states.ts'
import { productKey, productWrites, storedProduct } from './product-store.ts'
import { stopWrite, storedPublished } from './snapshot-store.ts'

type Kept = 'packs' | 'substitutes' | 'audience' | 'state'

/** A product as another system, a file or a person gives it. What is left out of packs, substitutes, audience and state
 * stays as it is. */
export type ProductInput = Omit<Product, 'productId' | 'version' | 'pinyin' | 'pictures' | Kept> &
  Partial<Pick<Product, Kept>>

/** The product that always belongs to a code. Codes differ in case on purpose, so case counts. */
export function productIdOfCode(code: string): ProductId {
  return derivedId('product', code)
}

/** The product that an address names by its id or by its code. */
export function productIdNamed(named: string): ProductId {
  return isId('product', named) ? named : productIdOfCode(named)
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

/** What saving a product would do. With `baseVersion` only while it has that version, 0 when it is to be new. Throws
 * `catalogue.barcode_…`, `catalogue.state_unreachable`, `catalogue.substitute_unknown`, `request.changed_meanwhile`. */
export async function planProduct(
  world: World,
  input: ProductInput,
  baseVersion?: number,
  options: { isPublishedNext?: boolean } = {},
): Promise<PlannedChange> {
  const before = await storedProduct(world.table, productIdOfCode(input.code))
  return planProductFrom(world, before, input, baseVersion, options)
}

/** The same from what the caller has read already. */
export async function planProductFrom(
  world: World,
  before: Product | undefined,
  input: ProductInput,
  baseVersion?: number,
  options: { isPublishedNext?: boolean } = {},
): Promise<PlannedChange> {
  const productId = productIdOfCode(input.code)
  const pinyin = before?.name.zh === input.name.zh ? before.pinyin : await pinyinOf(input.name.zh)
  const after = { ...keptOf(before), ...given(input), productId, pinyin }
  refuseUnreadable(after)
  refuseBarcodes(after)
  await refuseSubstitutes(world, after)
  return planProductChange(world, 'product.saved', before, after, baseVersion, options)
}

/** What putting `after` in place of `before` would do. A product that leaves the sale is gone at once, not only with
 * the next publication; but thousands at once are left to a publication that follows (`isPublishedNext`), for each
 * would write the one pointer. */
export async function planProductChange(
  world: World,
  type: `product.${string}`,
  before: Product | undefined,
  after: Omit<Product, 'version'>,
  baseVersion?: number,
  { isPublishedNext = false }: { isPublishedNext?: boolean } = {},
): Promise<PlannedChange> {
  const current = before?.version ?? 0
  refuseOtherVersion(current, baseVersion)
  if (before && before.state !== after.state && !mayBecome(before.state, after.state))
    throw new Problem('catalogue.state_unreachable', { from: before.state, to: after.state })
  const isLeaving = before?.state === 'on-sale' && after.state !== 'on-sale'
  const isPublished = isLeaving && !isPublishedNext && (await storedPublished(world.table)) !== undefined
  return planChange(world, {
    type,
    subject: productKey(after.productId),
    about: { productId: after.productId },
    before: before && withoutVersion(before),
    after,
    version: current,
    writes: (version) => [
      ...productWrites({ ...after, version }, before),
      ...(isPublished ? [stopWrite(after.productId)] : []),
    ],
  })
}

/** A product as its history shows it. */
export function withoutVersion({ version: _, ...fields }: Product): Omit<Product, 'version'> {
  return fields
}

const newState: ProductState = 'draft'

function keptOf(before: Product | undefined) {
  const { packs = [], pictures = [], substitutes = [], audience, state = newState } = before ?? {}
  return { packs, pictures, substitutes, audience, state }
}

function given(input: ProductInput) {
  const { packs, substitutes, audience, state, ...fields } = input
  return {
    ...fields,
    glyph: fields.glyph || fields.name.zh.slice(0, 1),
    ...(packs && { packs }),
    ...(substitutes && { substitutes }),
    ...(audience && { audience: Object.keys(audience).length > 0 ? audience : undefined }),
    ...(state && { state }),
  }
}
