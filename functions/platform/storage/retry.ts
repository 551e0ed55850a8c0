// Which database errors are worth another try, and whether the failed one may have been applied all the same.
import { Problem } from '#shared/problems'

const MOST_TRIES = 12
const FIRST_WAIT_MILLISECONDS = 8
const MOST_WAIT_MILLISECONDS = 400

/** `refused`: a condition said no. `again`: worth another try, though it may have been applied. `final`: neither. */
export type Failure = 'refused' | 'again' | 'final'

const finalNames = new Set([
  'ValidationException',
  'ResourceNotFoundException',
  'AccessDeniedException',
  'IdempotentParameterMismatchException',
  'TypeError',
  'RangeError',
  'ZodError',
])

type DatabaseError = { name?: string; CancellationReasons?: ReadonlyArray<{ Code?: string }> }

/** Sorts an error of the database client: conflicts, throttling, resets and answers cut short are worth another try. */
function failureOf(error: unknown): Failure {
  if (error instanceof Problem) return 'final'
  const { name = '', CancellationReasons: reasons }: DatabaseError =
    typeof error === 'object' && error !== null ? error : {}
  if (name === 'ConditionalCheckFailedException') return 'refused'
  if (name !== 'TransactionCanceledException') return finalNames.has(name) ? 'final' : 'again'
  const codes = (reasons ?? []).map((reason) => reason.Code)
  if (codes.includes('ConditionalCheckFailed')) return 'refused'
  return codes.includes('ValidationError') || codes.includes('ItemCollectionSizeLimitExceeded')
    ? 'final'
    : 'again'
}

/** Calls `attempt` until it succeeds, with growing random waits; `request.busy` when the tries are used up.
 * `attempt` learns whether an earlier try may have been applied. */
export async function withRetries<Answer>(
  attempt: (mayBeApplied: boolean) => Promise<Answer>,
  mostTries = MOST_TRIES,
): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt(tries > 1)
    } catch (error) {
      if (failureOf(error) !== 'again') throw error
      if (tries >= mostTries) throw new Problem('request.busy', { cause: String(error) })
      await pause(tries)
    }
  }
}

/** Waits a random while that grows with the number of tries (full jitter). */
export function pause(tries: number): Promise<void> {
  const most = Math.min(MOST_WAIT_MILLISECONDS, FIRST_WAIT_MILLISECONDS * 2 ** tries)
  return new Promise((resolve) => setTimeout(resolve, Math.random() * most))
}
