import { currentCycle, cycleKey, isOfEveryOtherWeek, readCycle, viewOfCycle } from '#calendar'
import type { Remember } from '#platform/remember'
import type { Item } from '#platform/storage/item-kind'
import { again, tryAgain } from '#platform/storage/try-again'
import type { World } from '#platform/world'
import type { CycleView } from '#shared/calendar'
import type { CustomerId } from '#shared/ids'
import { counterKeys, givenInCounters, leftInCounters, type Release, readRelease, releaseKey } from '#supply'
import { type CycleUse, cycleUseKey, readCycleUse } from './cycle-use-store.ts'

const GUESS_MILLISECONDS = 60_000
/** A release changes between two reads only when staff put in several at once. */
const MOST_TRIES = 5

/** How a customer stands in the cycle that is on: window, release, use, and what is left and was given of first-come
 * products. */
export type CycleStanding = {
  cycle: CycleView | undefined
  isBiweekly: boolean
  release: Release | undefined
  cycleUse: CycleUse | undefined
  left: ReadonlyMap<string, number>
  given: ReadonlyMap<string, number>
}

const noCycle: CycleStanding = {
  ...{ cycle: undefined, isBiweekly: false, release: undefined, cycleUse: undefined },
  ...{ left: new Map(), given: new Map() },
}

type Guess = { cycle: CycleView; counters: Release['firstCome']; at: number }

// Only a guess of what to read, by the memory of a process: what was read then says whether it was right.
const guesses = new WeakMap<Remember, Map<string, Guess>>()

/** Reads it all in one round trip when the process knows which cycle of the batch is on, else in two or three. Throws
 * `request.busy` when the release is changed again and again while it is read. */
export async function cycleStanding(
  world: World,
  customerId: CustomerId,
  batch: string,
): Promise<CycleStanding> {
  const ofWorld = guesses.get(world.remember) ?? new Map<string, Guess>()
  guesses.set(world.remember, ofWorld)
  const now = Date.parse(world.clock.now())
  const guess = ofWorld.get(batch)
  const isFresh = guess !== undefined && now - guess.at < GUESS_MILLISECONDS
  const guessed = isFresh && (await readStanding(world, customerId, guess))
  if (guessed) return guessed
  const look = async () => {
    const cycle = await currentCycle(world, batch)
    if (!cycle) return noCycle
    const counters = readRelease(await world.table.get(releaseKey(cycle.cycleId)))?.firstCome ?? {}
    ofWorld.set(batch, { cycle, counters, at: now })
    return (await readStanding(world, customerId, { cycle, counters }, cycle)) ?? again
  }
  return tryAgain(look, { most: MOST_TRIES })
}

/** Undefined when the guess is wrong: the cycle is not open, or the release has other counters. */
async function readStanding(
  world: World,
  customerId: CustomerId,
  { cycle: { cycleId }, counters }: Omit<Guess, 'at'>,
  known?: CycleView,
): Promise<CycleStanding | undefined> {
  const keyOfCycle = cycleKey(cycleId)
  if (!keyOfCycle) return undefined
  const fixed = [keyOfCycle, releaseKey(cycleId), cycleUseKey(customerId, cycleId)]
  const items = await world.table.getMany([...fixed, ...counterKeys(cycleId, counters)])
  const stored = readCycle(items[0])
  const cycle = known ?? (stored && viewOfCycle(world, stored))
  const release = readRelease(items[1])
  const isRight = (known ?? cycle?.isOpen) && areAlike(release?.firstCome ?? {}, counters)
  if (!isRight) return undefined
  const left: Array<Item | undefined> = items.slice(fixed.length)
  return {
    cycle,
    isBiweekly: stored !== undefined && isOfEveryOtherWeek(stored),
    release,
    cycleUse: readCycleUse(items[2]),
    left: leftInCounters(counters, left),
    given: givenInCounters(counters, left),
  }
}

function areAlike(one: Release['firstCome'], other: Release['firstCome']): boolean {
  return (
    Object.keys(one).length === Object.keys(other).length &&
    Object.entries(one).every(([bare, shards]) => other[bare] === shards)
  )
}
