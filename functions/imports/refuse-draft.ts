import { namesOfPeople } from '#identity'
import { eventsOf } from '#platform/events/event-store'
import type { Key } from '#platform/storage/access-pattern'
import type { World } from '#platform/world'
import { Problem } from '#shared/problems'

const anotherSystem = { zh: '另一个系统', en: 'another system' } as const

/** The refusal of a row whose object has changes that wait to be published: the file would publish them along, and taking
 * it back would too. */
export async function draftOpen(world: World, subject: Key): Promise<Problem> {
  const last = (await eventsOf(world.table, subject)).at(-1)
  const personId = last?.by.id ?? ''
  const names = await namesOfPeople(world, [personId])
  return new Problem('imports.draft_open', { by: names.get(personId) ?? anotherSystem })
}
