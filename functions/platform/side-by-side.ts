// Work done side by side, but never more of it at once than the database is to bear.

/** Does `work` for each value, at most `most` at once; begun in the order of the values. The first error is thrown when
 * all that was begun has ended. */
export async function sideBySide<Value>(
  values: Iterable<Value>,
  most: number,
  work: (value: Value) => Promise<void>,
): Promise<void> {
  const open = values[Symbol.iterator]()
  const failures: unknown[] = []
  const worker = async () => {
    for (let next = open.next(); !next.done && failures.length === 0; next = open.next()) {
      try {
        await work(next.value)
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: most }, worker))
  if (failures.length > 0) throw failures[0]
}
