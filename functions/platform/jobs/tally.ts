// Counting what a job did, by name.

const AT_ONCE = 8

/** How many of each. */
export type Tally = Readonly<Record<string, number>>

/** Does `work` for all values, a few at once, and adds up what each counted. */
export async function talliedOver<Value>(
  values: readonly Value[],
  work: (value: Value) => Promise<Tally>,
): Promise<Tally> {
  let counts: Tally = {}
  for (let start = 0; start < values.length; start += AT_ONCE) {
    const tallies = await Promise.all(values.slice(start, start + AT_ONCE).map(work))
    counts = tallies.reduce(added, counts)
  }
  return counts
}

/** Two counts as one. */
export function added(one: Tally, other: Tally): Tally {
  const sum: Record<string, number> = { ...one }
  for (const [name, count] of Object.entries(other)) sum[name] = (sum[name] ?? 0) + count
  return sum
}
