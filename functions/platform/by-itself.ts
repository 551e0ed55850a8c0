// Many pieces of work of which none may hold back the others: what fails is an alarm, and the rest is done all the same.
import type { LogLine } from './log.ts'
import { sideBySide } from './side-by-side.ts'
import type { World } from './world.ts'

/** How much was done, and how many pieces failed; each of them has cried its alarm. */
export type Outcome = { done: number; failed: number }

/** Thrown when everything was tried and something failed, whose alarms are in the log. */
export class LeftUndone extends Error {
  override name = 'LeftUndone'
}

type Asked<Value> = {
  /** What an alarm says of the piece that failed. */
  named: (value: Value) => LogLine
  /** So many at once; one after the other unless said. */
  most?: number
}

/** Does `work` for each value, whatever becomes of the others; answers the sum of what each did. */
export async function eachByItself<Value>(
  world: Pick<World, 'log'>,
  values: Iterable<Value>,
  { named, most = 1 }: Asked<Value>,
  work: (value: Value) => Promise<number>,
): Promise<Outcome> {
  const outcome = { done: 0, failed: 0 }
  await sideBySide(values, most, async (value) => {
    try {
      const done = await work(value)
      outcome.done += done
    } catch (error) {
      outcome.failed++
      // What it was made of has cried already.
      if (!(error instanceof LeftUndone)) world.log.alarm('left undone', named(value), error)
    }
  })
  return outcome
}

/** How much was done; throws `LeftUndone` when something failed. */
export function unlessUndone({ done, failed }: Outcome): number {
  if (failed > 0) throw new LeftUndone(`${failed} could not be done`)
  return done
}

/** Does named works one after the other, each whatever becomes of the others; throws `LeftUndone` at the end when one
 * failed, and answers how much they did. */
export async function allInTurn(
  world: World,
  works: Readonly<Record<string, (world: World) => Promise<number>>>,
): Promise<number> {
  const named = ([work]: [string, unknown]) => ({ work })
  return unlessUndone(await eachByItself(world, Object.entries(works), { named }, ([, work]) => work(world)))
}
