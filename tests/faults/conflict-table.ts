// Which keys a running transaction holds, and who overlaps with it.

export type ConflictTable = {
  /** Holds all keys, or says for each whether another transaction holds it. */
  hold(ids: string[]): { release(): void } | { conflicting: boolean[] }
  isHeld(id: string): boolean
}

/** An empty table of held keys. */
export function createConflictTable(): ConflictTable {
  const held = new Set<string>()
  return {
    hold(ids) {
      if (ids.some((id) => held.has(id))) return { conflicting: ids.map((id) => held.has(id)) }
      for (const id of ids) held.add(id)
      return {
        release() {
          for (const id of ids) held.delete(id)
        },
      }
    },
    isHeld: (id) => held.has(id),
  }
}
