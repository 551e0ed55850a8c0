import { type FieldChanges, isFieldChange } from '#shared/history'

/** How a person is called and reached. */
export type Reach = { name?: string; phone?: string; mail?: string }
/** A person as stored, with how they were called before; an erasure empties both. */
export type KnownPerson = Reach & {
  version?: number
  erasedAt?: string
  past?: ReadonlyArray<Reach & { version?: number }>
}
type Happened = { id: string; type: string; change: Record<string, unknown> }

/** What happened to a contact, and to the name and the addresses of the person while they were one: what the person is
 * called before and after is none of the customer's. `reach` is how they are called now, or were at the end. */
export function contactStory<Event extends Happened>(
  ofContact: readonly Event[],
  ofPerson: readonly Event[],
  person: KnownPerson | undefined,
): { events: Event[]; reach: Reach } {
  const inOrder = [...ofContact, ...ofPerson].sort((one, other) => (one.id < other.id ? -1 : 1))
  let [isContact, reach] = [false, reachAtFirst(ofPerson, person)]
  let ended: FieldChanges = {}
  const events: Event[] = []
  for (const event of inOrder) {
    const before = reach
    reach = reachAfter(event, person) ?? reach
    const told =
      event.type === 'person.erased' ? { ...event.change, ...ended } : storyOf(event, before, reach)
    ended = { ...ended, ...endOf(event.change) }
    if (isContact || event.type === 'contact.added') events.push({ ...event, change: told })
    if (event.type === 'contact.added') isContact = true
    else if (event.type === 'contact.removed' || event.type === 'person.erased') isContact = false
  }
  return { events, reach }
}

/** Changes of a person's name and addresses from what to what, as long as their item says it. */
export function personStory<Event extends Happened>(
  events: readonly Event[],
  person: KnownPerson | undefined,
): Event[] {
  let before = reachAtFirst(events, person)
  return events.map((event) => {
    const after = reachAfter(event, person) ?? before
    const change = { ...storyOf(event, before, after), version: event.change.version }
    before = after
    return { ...event, change }
  })
}

function storyOf({ type, change }: Happened, before: Reach, after: Reach): Record<string, unknown> {
  if (type === 'contact.added') return { ...change, ...reachChanges({}, after) }
  if (type === 'contact.removed') return { ...change, ...reachChanges(before, {}) }
  if (type !== 'person.changed') return change
  const { version: _, ...facts } = change
  return { ...facts, ...reachChanges(before, after) }
}

/** What ends with a contact: the fields that are no part of the person's own. */
function endOf({ title, receivesDeliveries }: Happened['change']): FieldChanges {
  const changed = Object.entries({ title, receivesDeliveries })
  return Object.fromEntries(
    changed.flatMap(([field, part]) => (isFieldChange(part) ? [[field, { from: part.to, to: null }]] : [])),
  )
}

function reachAtFirst([first]: readonly Happened[], person: KnownPerson | undefined): Reach {
  return reachOfVersion(first ? versionsOf(first).from : (person?.version ?? 0), person) ?? {}
}

function reachAfter(event: Happened, person: KnownPerson | undefined): Reach | undefined {
  return event.type === 'person.changed' ? (reachOfVersion(versionsOf(event).to, person) ?? {}) : undefined
}

function reachOfVersion(version: number, person: KnownPerson | undefined): Reach | undefined {
  if (!person || person.erasedAt) return undefined
  const found =
    (person.version ?? 0) === version ? person : person.past?.find((past) => past.version === version)
  return found && { name: found.name, phone: found.phone, mail: found.mail }
}

function versionsOf({ change: { version } }: Happened): { from: number; to: number } {
  return isFieldChange(version) ? { from: Number(version.from), to: Number(version.to) } : { from: 0, to: 0 }
}

function reachChanges(before: Reach, after: Reach): FieldChanges {
  const fields = ['name', 'phone', 'mail'] as const
  const changed = fields.filter((field) => before[field] !== after[field])
  return Object.fromEntries(
    changed.map((field) => [field, { from: before[field] ?? null, to: after[field] ?? null }]),
  )
}
