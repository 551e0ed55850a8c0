// Work that is planned from what was read, and planned anew when someone else was quicker.
import { Problem, type ProblemCode } from '#shared/problems'
import { pause } from './retry.ts'
import { Refused } from './write.ts'

const MOST_TRIES = 20
const LONGEST_PAUSE_TRIES = 5
const usualRaces: readonly ProblemCode[] = ['accounts.changed_meanwhile']

/** Answered by an attempt that wants another one. */
export const again = Symbol('again')

type Asked = {
  /** So many tries at most. */
  most?: number
  /** Which problems, beside `Refused`, say that someone else was quicker. */
  races?: readonly ProblemCode[]
  /** Whoever loses the last race is told that it is busy here, and not of the race. */
  endsBusy?: boolean
}

/** Does `attempt`, which learns its number, and does it again after a random while as long as someone else is quicker;
 * anything else is thrown. When the tries are used up: the problem of the last race, else `request.busy`. */
export async function tryAgain<Answer>(
  attempt: (tries: number) => Promise<Answer | typeof again>,
  { most = MOST_TRIES, races = usualRaces, endsBusy = false }: Asked = {},
): Promise<Answer> {
  for (let tries = 1; tries <= most; tries++) {
    if (tries > 1) await pause(Math.min(tries - 1, LONGEST_PAUSE_TRIES))
    try {
      const answer = await attempt(tries)
      if (answer !== again) return answer
    } catch (error) {
      if (!isRace(error, races)) throw error
      if (tries === most && error instanceof Problem && !endsBusy) throw error
    }
  }
  throw new Problem('request.busy')
}

/** Does `work` once; false when another process, or a person, changed what it was made from in between. */
export async function unlessMeanwhile(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (isRace(error, ['request.changed_meanwhile'])) return false
    throw error
  }
}

function isRace(error: unknown, races: readonly string[]): boolean {
  return error instanceof Refused || (error instanceof Problem && races.includes(error.code))
}
