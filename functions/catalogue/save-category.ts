import type { Actor } from '#platform/actor'
import { type PlannedChange, planChange, refuseOtherVersion } from '#platform/audit/plan-change'
import type { World } from '#platform/world'
import type { Category } from '#shared/catalogue'
import type { Text } from '#shared/languages'
import { Problem } from '#shared/problems'
import { categoryKey, categoryWrite, type StoredCategory, storedCategories } from './category-store.ts'

const DEEPEST = 8

export type CategoryInput = { code: string; name: Text; parent?: string }

/** All categories, those above before those below. */
export async function listCategories(world: World): Promise<Category[]> {
  const all = await storedCategories(world.table)
  const placed = all.map((category) => ({ ...category, path: pathOf(category, all) }))
  return placed.sort((left, right) => (left.path.join('/') < right.path.join('/') ? -1 : 1))
}

/** Puts a category in; saving what is there already changes nothing. */
export async function saveCategory(
  world: World,
  actor: Actor,
  input: CategoryInput,
): Promise<PlannedChange['verdict']> {
  const plan = await planCategory(world, input)
  await plan.commit(actor)
  return plan.verdict
}

/** What saving a category would do; throws `catalogue.category_unknown` for a parent that is not there or below it. */
async function planCategory(
  world: World,
  { code, name, parent }: CategoryInput,
  baseVersion?: number,
): Promise<PlannedChange> {
  const all = await storedCategories(world.table)
  const before = all.find((category) => category.code === code)
  const current = before?.version ?? 0
  refuseOtherVersion(current, baseVersion)
  const above = all.find((category) => category.code === parent)
  if (parent !== undefined && (!above || pathOf(above, all).includes(code)))
    throw new Problem('catalogue.category_unknown', { category: parent })
  const after = { code, name, parent }
  return planChange(world, {
    type: 'category.saved',
    subject: categoryKey(code),
    about: { category: code },
    before: before && { code: before.code, name: before.name, parent: before.parent },
    after,
    version: current,
    writes: (version) => [categoryWrite({ ...after, version }, before)],
  })
}

function pathOf(category: StoredCategory, all: readonly StoredCategory[]): string[] {
  const path = [category.code]
  let above = category.parent
  while (above !== undefined && path.length < DEEPEST) {
    path.unshift(above)
    above = all.find(({ code }) => code === above)?.parent
  }
  return path
}

/** Puts a category in while it has the version that the change was made from, and answers it as kept. */
export async function putCategory(
  world: World,
  actor: Actor,
  input: CategoryInput,
  baseVersion: number | undefined,
): Promise<Category> {
  const plan = await planCategory(world, input, baseVersion)
  await plan.commit(actor)
  const kept = (await listCategories(world)).find(({ code }) => code === input.code)
  if (!kept) throw new Problem('catalogue.category_unknown', { category: input.code })
  return kept
}
