import type { Actor } from '#platform/actor'
import { tryAgain } from '#platform/storage/try-again'
import type { World } from '#platform/world'
import type { Product } from '#shared/catalogue'
import { Problem } from '#shared/problems'
import { getProduct } from './list-products.ts'
import { planProductChange, withoutVersion } from './save-product.ts'

const MOST_PICTURES = 12

/** Adds a picture behind the others; adding it again changes nothing. Throws `catalogue.pictures_full`. */
export function addPicture(world: World, actor: Actor, product: string, pictureId: string): Promise<void> {
  const add = async () => {
    const before = await getProduct(world, product)
    if (before.pictures.includes(pictureId)) return
    if (before.pictures.length >= MOST_PICTURES)
      throw new Problem('catalogue.pictures_full', { most: MOST_PICTURES })
    await putPictures(world, actor, before, [...before.pictures, pictureId])
  }
  return tryAgain(add, { races: ['request.changed_meanwhile'] })
}

type PictureChange = { product: string; baseVersion?: number }

/** Takes a picture off a product; its file stays, for orders and pages that still show it.
 * Throws `catalogue.picture_not_found`, `request.changed_meanwhile`. */
export async function removePicture(
  world: World,
  actor: Actor,
  { product, pictureId, baseVersion }: PictureChange & { pictureId: string },
): Promise<Product> {
  const before = await getProduct(world, product)
  if (!before.pictures.includes(pictureId)) throw new Problem('catalogue.picture_not_found')
  const left = before.pictures.filter((id) => id !== pictureId)
  return putPictures(world, actor, before, left, baseVersion)
}

/** Puts the pictures of a product in another order, the first one leading; throws `catalogue.picture_not_found` when
 * they are not the same pictures. */
export async function orderPictures(
  world: World,
  actor: Actor,
  { product, pictures, baseVersion }: PictureChange & { pictures: readonly string[] },
): Promise<Product> {
  const before = await getProduct(world, product)
  const isSame = pictures.toSorted().join() === before.pictures.toSorted().join()
  if (!isSame) throw new Problem('catalogue.picture_not_found')
  return putPictures(world, actor, before, [...pictures], baseVersion)
}

async function putPictures(
  world: World,
  actor: Actor,
  before: Product,
  pictures: string[],
  baseVersion = before.version,
): Promise<Product> {
  const after = { ...withoutVersion(before), pictures }
  const plan = await planProductChange(world, 'product.saved', before, after, baseVersion)
  await plan.commit(actor)
  return { ...after, version: plan.version }
}
