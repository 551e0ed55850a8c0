// Chance that repeats itself for the same seed.
export type SeededRandom = {
  /** At least 0, below 1. */
  next: () => number
  /** From `low` to `high`, both included. */
  integer: (low: number, high: number) => number
  chance: (probability: number) => boolean
  pick: <T>(items: readonly T[]) => T
  shuffled: <T>(items: readonly T[]) => T[]
  /** A factor around 1, mostly between 1/(1+spread) and 1+spread. */
  around: (spread: number) => number
}

/** Numbers that depend on the seed and the label alone, so that one list's length leaves the others as they were. */
export function seededRandom(seed: number, label: string): SeededRandom {
  let state = hashOf(`${seed}:${label}`)
  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  function integer(low: number, high: number): number {
    return low + Math.floor(next() * (high - low + 1))
  }
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: (items) => pickAt(items, integer(0, items.length - 1)),
    shuffled: (items) =>
      items
        .map((item) => ({ item, key: next() }))
        .sort((one, other) => one.key - other.key)
        .map(({ item }) => item),
    around: (spread) => (1 + spread) ** (next() + next() + next() - 1.5),
  }
}

/** The heavier, the likelier: `count` different items, or all that weigh anything. */
export function pickWeighted<T>(
  random: SeededRandom,
  items: readonly T[],
  weightOf: (item: T) => number,
  count: number,
): T[] {
  return items
    .map((item) => ({ item, weight: weightOf(item) }))
    .filter(({ weight }) => weight > 0)
    .map(({ item, weight }) => ({ item, key: -Math.log(1 - random.next()) / weight }))
    .sort((one, other) => one.key - other.key)
    .slice(0, count)
    .map(({ item }) => item)
}

function pickAt<T>(items: readonly T[], at: number): T {
  const item = items[at]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

// FNV-1a
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
