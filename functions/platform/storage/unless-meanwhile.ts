// Work that several processes may try at once, of which one is to win.
import { Problem } from '#shared/problems'
import { Refused } from './write.ts'

/** Does `work`; false when another process, or a person, changed what it was made from in between. */
export async function unlessMeanwhile(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    const isMeanwhile = error instanceof Problem && error.code === 'request.changed_meanwhile'
    if (error instanceof Refused || isMeanwhile) return false
    throw error
  }
}
