import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '#platform/actor'
import { sideBySide } from '#platform/side-by-side'
import { keyOfWrite, Refused, type Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import { Problem } from '#shared/problems'

/** Half of what a transaction may hold: larger ones are no faster, and one refused row holds back all of its own. */
const MOST_WRITES = 50

/** The writes of one change, its event last. */
export type ChangeWrites = (actor: Actor) => readonly Write[]

/** Commits the changes of many rows, several in one transaction; answers for each whether it was made. A transaction that is
 * refused makes none of its changes: each is then to be looked at by itself. */
export async function commitTogether(
  world: World,
  actor: Actor,
  changes: readonly ChangeWrites[],
  parallel: number,
): Promise<boolean[]> {
  const made = changes.map(() => false)
  await sideBySide(
    bundlesOf(changes.map((writes) => writes(actor))),
    parallel,
    async ({ places, writes }) => {
      if (await isCommitted(world, writes)) for (const at of places) made[at] = true
    },
  )
  return made
}

/** Commits one change; its event shows that it was applied. */
export async function commitWrites(world: World, writes: readonly Write[]): Promise<void> {
  if (writes.length > 0) await world.table.commit(writes, writes.at(-1))
}

async function isCommitted(world: World, writes: readonly Write[]): Promise<boolean> {
  try {
    await commitWrites(world, writes)
    return true
  } catch (error) {
    const isRefused = error instanceof Refused || (error instanceof Problem && error.code !== 'request.busy')
    if (!isRefused) throw error
    return false
  }
}

type Bundle = { places: number[]; writes: Write[] }

// Of those that claim one key the first has it: the others are left to be looked at afterwards. What is only checked is
// claimed by nobody, and looked at once for all.
function* bundlesOf(changes: ReadonlyArray<readonly Write[]>): Generator<Bundle> {
  let bundle: Bundle = { places: [], writes: [] }
  const keys = new Set<string>()
  for (const [at, writes] of changes.entries()) {
    const changed = writes.filter((write) => !('check' in write))
    const checks = writes.filter((write) => 'check' in write)
    const own = changed.map(keyOfWrite).map(({ pk, sk }) => `${pk}\n${sk}`)
    if (own.some((key) => keys.has(key))) continue
    if (bundle.places.length > 0 && bundle.writes.length + changed.length > MOST_WRITES) {
      yield bundle
      bundle = { places: [], writes: [] }
    }
    bundle.places.push(at)
    bundle.writes.unshift(...checks.filter((check) => !bundle.writes.some((known) => isSame(known, check))))
    bundle.writes.push(...changed)
    for (const key of own) keys.add(key)
  }
  if (bundle.places.length > 0) yield bundle
}

function isSame(one: Write, other: Write): boolean {
  return isDeepStrictEqual([keyOfWrite(one), one.when], [keyOfWrite(other), other.when])
}
