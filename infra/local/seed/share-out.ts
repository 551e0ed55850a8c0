// Divides whole quantities by weights and by grades.

/** Whole shares of `total` in proportion to the weights: largest remainder, ties to the earlier one. */
export function largestRemainder(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((so, weight) => so + weight, 0)
  const exact = weights.map((weight) => (total * weight) / sum)
  const shares = exact.map(Math.floor)
  const left = total - shares.reduce((so, share) => so + share, 0)
  const byRemainder = exact
    .map((share, at) => ({ at, remainder: share - Math.floor(share) }))
    .sort((one, other) => other.remainder - one.remainder || one.at - other.at)
  const raised = new Set(byRemainder.slice(0, left).map(({ at }) => at))
  return shares.map((share, at) => share + (raised.has(at) ? 1 : 0))
}

/**
 * Quantities a shop, highest grade first, that never rise towards the lower grades and together stay at or under
 * `release` by less than the highest grade's number of shops. `slope` 0 gives all the same, 1 falls to nothing at the end.
 * An invention for the demonstration, not one of the release methods of the product.
 */
export function shareOutByGrade(release: number, shops: readonly number[], slope: number): number[] {
  const weights = shops.map((_, at) => Math.max(0, 1 - (slope * at) / shops.length))
  const sumOf = (quantities: readonly number[]) =>
    quantities.reduce((sum, quantity, at) => sum + quantity * (shops[at] ?? 0), 0)
  const scaled = (scale: number) => weights.map((weight) => Math.floor(scale * weight))
  let scale = 0
  while (sumOf(scaled(scale + 0.25)) <= release) scale += 0.25
  let quantities = scaled(scale)
  for (let left = release - sumOf(quantities); left >= (shops[0] ?? 1); left = release - sumOf(quantities)) {
    const reach = gradesReached(shops, left)
    quantities = quantities.map((quantity, at) => quantity + (at < reach ? 1 : 0))
  }
  return quantities
}

function gradesReached(shops: readonly number[], left: number): number {
  let taken = 0
  const stop = shops.findIndex((count) => {
    taken += count
    return taken > left
  })
  return stop < 0 ? shops.length : stop
}
