// The beginning of a stage, as whoever may write to its table starts it.
import { beginCompany } from '#company'
import type { World } from '#platform/world'
import { BeginCompany } from '#shared/company'

/** Makes the company and invites its first administrator, from what was typed; throws a ZodError for what cannot be
 * used, and `company.has_begun` where there is a company already. */
export async function begin(world: World, typed: unknown): Promise<void> {
  await beginCompany(world, { kind: 'system', name: 'beginning' }, BeginCompany.parse(typed))
}
