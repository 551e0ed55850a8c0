/** A first-come product of which so little of all that was given is left asks for attention. */
const LOW_SHARE = 0.1

/** True when no more than a tenth of what was given of a product is left; false when nobody counts it. */
export function isLow(remaining: number | undefined, given: number | undefined): boolean {
  return remaining !== undefined && given !== undefined && remaining <= given * LOW_SHARE
}
