// A bounded memory of immutable snapshots by version; nothing that can change is kept here.
export type Remember = <Value>(key: string, load: () => Promise<Value>) => Promise<Value>

const MOST_SNAPSHOTS = 200

/** A memory for one process. A load that fails is forgotten; the oldest snapshot leaves first. */
export function createRemember(most = MOST_SNAPSHOTS): Remember {
  const kept = new Map<string, Promise<never>>()
  return <Value>(key: string, load: () => Promise<Value>): Promise<Value> => {
    const known = kept.get(key)
    if (known) return known
    const loading = load()
    // A key names one kind of snapshot, so what comes out is what `load` of that key put in.
    kept.set(key, loading as Promise<never>)
    loading.catch(() => kept.delete(key))
    const oldest = kept.keys().next().value
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return loading
  }
}
