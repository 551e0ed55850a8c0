/** A field that both changed, each to something else. */
export type Clash<Fields> = { field: keyof Fields & string; mine: unknown; theirs: unknown }

/** Merges what two people made of the same `base`: a field that only one changed takes that change; where both
 * changed it differently, mine stands for now and the clash is named. */
export function mergeDrafts<Fields extends object>(
  base: Fields,
  mine: Fields,
  theirs: Fields,
): { merged: Fields; clashes: Clash<Fields>[] } {
  const merged = { ...theirs }
  const clashes: Clash<Fields>[] = []
  for (const field of fieldsOf({ ...theirs, ...mine })) {
    if (isSame(mine[field], base[field])) continue
    if (!isSame(theirs[field], base[field]) && !isSame(theirs[field], mine[field]))
      clashes.push({ field, mine: mine[field], theirs: theirs[field] })
    merged[field] = mine[field]
  }
  return { merged, clashes }
}

/** Whether two values of a form say the same; an absent one and an empty text do. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(said(one)) === JSON.stringify(said(other))
}

function said(value: unknown): unknown {
  return value === undefined || value === '' ? null : value
}

function fieldsOf<Fields extends object>(fields: Fields) {
  // Keys of a record of named fields are those names; the compiler knows texts alone.
  return Object.keys(fields) as Array<keyof Fields & string>
}
