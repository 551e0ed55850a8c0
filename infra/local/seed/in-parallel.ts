// Works through many values, a few at a time.
const AT_ONCE = 8

/** Does `work` for each value, eight at once. */
export async function inParallel<Value>(
  values: readonly Value[],
  work: (value: Value) => Promise<unknown>,
): Promise<void> {
  const open = values[Symbol.iterator]()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const value of open) await work(value)
    }),
  )
}
