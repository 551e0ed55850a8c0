// Seeded dice: the n-th request of a run always meets the same luck.

export const FAULT_KINDS = [
  'throttle-before',
  'throttle-after',
  'conflict-before',
  'conflict-after',
  'error-before',
  'error-after',
  'reset-before',
  'reset-after',
  'truncated',
  'stall',
  'unprocessed',
  'tiny-page',
] as const

export type FaultKind = (typeof FAULT_KINDS)[number]
export type Range = readonly [least: number, most: number]

export type Dice = {
  chance(): number
  between(range: Range): number
  pick<T>(choices: readonly T[]): T | undefined
}

/** Dice for the n-th request of a seed; the same two numbers always throw the same. */
export function diceFor(seed: number, n: number): Dice {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(n + 1, 0xc2b2ae35)) >>> 0
  // mulberry32
  const chance = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  chance()
  return {
    chance,
    between: ([least, most]) => least + chance() * (most - least),
    pick: (choices) => choices[Math.floor(chance() * choices.length)],
  }
}

const WRITE_ONLY = /-after$/
const BATCHES = new Set(['BatchGetItem', 'BatchWriteItem'])

/** Whether this kind of fault can befall the operation at all. */
function canBefall(kind: FaultKind, operation: string, isWrite: boolean): boolean {
  if (kind === 'unprocessed') return BATCHES.has(operation)
  if (kind === 'tiny-page') return operation === 'Query' || operation === 'Scan'
  if (kind.startsWith('conflict-')) return isWrite && operation !== 'BatchWriteItem'
  return isWrite || !WRITE_ONLY.test(kind)
}

/** The fault that a request meets, if any. */
export function rollFault(
  dice: Dice,
  rate: number,
  kinds: readonly FaultKind[],
  operation: string,
  isWrite: boolean,
): FaultKind | undefined {
  if (dice.chance() >= rate) return undefined
  return dice.pick(kinds.filter((kind) => canBefall(kind, operation, isWrite)))
}
