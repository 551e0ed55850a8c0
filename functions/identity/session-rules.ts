/** A desk left on Friday evening goes on on Monday; one left before a holiday does not. */
const STAFF_IDLE_SECONDS = 3 * 24 * 3600
/** Noting each use would be a write a request. */
const NOTED_EVERY_SECONDS = 3600
/** How long ago one may have signed in to end sessions elsewhere. */
const PROOF_SECONDS = 600

type Times = { expires: number; seenAt?: number; provenAt?: number }

/** Whether a session's time is over: all of it, or, for who works for the company, that of not being used. */
export function isOver({ expires, seenAt }: Times, isOfStaff: boolean, nowSeconds: number): boolean {
  if (expires <= nowSeconds) return true
  return isOfStaff && seenAt !== undefined && seenAt + STAFF_IDLE_SECONDS <= nowSeconds
}

/** Whether it is time to note again that a session is used. */
export function isToBeNoted({ seenAt = 0 }: Pick<Times, 'seenAt'>, nowSeconds: number): boolean {
  return seenAt + NOTED_EVERY_SECONDS <= nowSeconds
}

/** Whether the provider has asked lately who it is. */
export function isProven({ provenAt }: Pick<Times, 'provenAt'>, nowSeconds: number): boolean {
  return provenAt !== undefined && nowSeconds < provenAt + PROOF_SECONDS
}
