// Has the last closed cycle of each batch of the demonstration looked over for what is odd.
import { cycleIdOf } from '#calendar'
import { startLook } from '#oddities'
import type { World } from '#platform/world'
import { businessDateOf, instantOf } from '../../../shared/time.ts'
import type { Company } from './demonstration-company.ts'

/** Begins the looks; the workers do them. Done again, it changes nothing. */
export async function loadOddities(world: World, { cycles }: Company): Promise<void> {
  const closed = cycles.filter(({ closesAt }) => closesAt <= world.clock.now())
  for (const of of Map.groupBy(closed, ({ batch }) => batch).values()) {
    const last = of.toSorted((one, other) => (one.closesAt < other.closesAt ? -1 : 1)).at(-1)
    if (!last) continue
    const date = businessDateOf(instantOf(Date.parse(last.closesAt)), world.config.timeZone)
    await startLook(world, cycleIdOf({ batch: last.batch, date }))
  }
}
