import { pinyinOf } from '#platform/pinyin'
import { cursorFrom, keyWithinCursor } from '#platform/storage/cursor'
import type { World } from '#platform/world'
import type { StaffFilter, StaffMember } from '#shared/identity'
import type { PersonId } from '#shared/ids'
import type { Page, PageQuery } from '#shared/paging'
import type { UnitPath } from '#shared/unit-path'
import { areWithin, staffView } from './manage-staff.ts'
import { type Person, storedPeople } from './person-store.ts'
import { isCalled, maySound, standsAsAsked } from './staff-rules.ts'
import { everyoneOfStaff, type StaffRecord } from './standing-store.ts'

type Asked = StaffFilter & { subtrees: readonly UnitPath[] }

/** A page of the company's staff whose roles all lie within the given subtrees, in the order of their ids. All of them are
 * read; names only of the page, unless they are searched. `asker` binds the cursor. */
export async function listStaff(
  world: World,
  asker: string,
  { limit, cursor, ...asked }: PageQuery & Asked,
): Promise<Page<StaffMember>> {
  const question = `staff ${asker} ${JSON.stringify(asked)}`
  const { secret } = world.config
  const after = String(keyWithinCursor(cursor, question, secret)?.personId ?? '')
  const left = (await standing(world, asked)).filter(({ personId }) => personId > after)
  const people = await storedPeople(world.table, idsOf(asked.text ? left : left.slice(0, limit)))
  const found = asked.text ? await called(left, people, asked.text) : left
  const page = found.slice(0, limit)
  const end = found.length > limit ? page.at(-1) : undefined
  return {
    items: page.map((record) => staffView(record, people.get(record.personId))),
    nextCursor: cursorFrom(end && { personId: end.personId }, question, secret),
  }
}

async function standing(world: World, { subtrees, ...filter }: Asked): Promise<StaffRecord[]> {
  const records = await everyoneOfStaff(world.table)
  return records
    .filter((record) => areWithin(record.grants, subtrees) && standsAsAsked(record, filter))
    .sort((one, other) => (one.personId < other.personId ? -1 : 1))
}

async function called(
  records: readonly StaffRecord[],
  people: ReadonlyMap<PersonId, Person>,
  text: string,
): Promise<StaffRecord[]> {
  const found: StaffRecord[] = []
  for (const record of records) {
    const person = people.get(record.personId)
    const sound = person && maySound(text) ? await pinyinOf(person.name) : ''
    if (person && isCalled(person, sound, text)) found.push(record)
  }
  return found
}

function idsOf(records: readonly StaffRecord[]): PersonId[] {
  return records.map(({ personId }) => personId)
}
