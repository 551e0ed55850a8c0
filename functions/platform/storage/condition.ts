// Conditions and changes as data, compiled to DynamoDB's expressions in this one place.

/** What must hold for a write to be applied; all parts at once. */
export type Condition = {
  /** The item is not there. */
  absent?: true
  /** The item is there. */
  present?: true
  /** These attributes have these values; `undefined` means that the attribute is missing. */
  equals?: Readonly<Record<string, unknown>>
  /** These numbers are at least so large. */
  atLeast?: Readonly<Record<string, number>>
  /** These texts or numbers are smaller than that. */
  below?: Readonly<Record<string, string | number>>
  /** These numbers are smaller than that, or missing. */
  belowOrMissing?: Readonly<Record<string, number>>
  /** … or the item is not there at all. */
  orAbsent?: true
}

export type Change = {
  set?: Readonly<Record<string, unknown>>
  add?: Readonly<Record<string, number | Set<string>>>
  remove?: readonly string[]
}

type Names = { names: Record<string, string>; values: Record<string, unknown> }

/** A DynamoDB expression with its names and values (plain JavaScript values). */
export type Expression = Names & { condition?: string; update?: string }

/** Compiles a condition and a change; both are optional. */
export function expressionOf(condition?: Condition, change?: Change): Expression {
  const found: Names = { names: {}, values: {} }
  return {
    ...(condition && { condition: conditionText(condition, found) }),
    ...(change && { update: changeText(change, found) }),
    ...found,
  }
}

function conditionText(condition: Condition, found: Names): string {
  const parts: string[] = []
  if (condition.absent) parts.push(`attribute_not_exists(${namePlace('pk', found)})`)
  if (condition.present) parts.push(`attribute_exists(${namePlace('pk', found)})`)
  for (const [attribute, value] of Object.entries(condition.equals ?? {})) {
    const name = namePlace(attribute, found)
    parts.push(
      value === undefined ? `attribute_not_exists(${name})` : `${name} = ${valuePlace(value, found)}`,
    )
  }
  for (const [attribute, value] of Object.entries(condition.atLeast ?? {})) {
    parts.push(`${namePlace(attribute, found)} >= ${valuePlace(value, found)}`)
  }
  for (const [attribute, value] of Object.entries(condition.below ?? {})) {
    parts.push(`${namePlace(attribute, found)} < ${valuePlace(value, found)}`)
  }
  for (const [attribute, value] of Object.entries(condition.belowOrMissing ?? {})) {
    const name = namePlace(attribute, found)
    parts.push(`(attribute_not_exists(${name}) OR ${name} < ${valuePlace(value, found)})`)
  }
  const all = parts.join(' AND ')
  return condition.orAbsent ? `attribute_not_exists(${namePlace('pk', found)}) OR (${all})` : all
}

function changeText(change: Change, found: Names): string {
  const clauses: string[] = []
  const set = Object.entries(change.set ?? {}).filter(([, value]) => value !== undefined)
  if (set.length)
    clauses.push(
      `SET ${set.map(([key, value]) => `${namePlace(key, found)} = ${valuePlace(value, found)}`).join(', ')}`,
    )
  const add = Object.entries(change.add ?? {})
  if (add.length)
    clauses.push(
      `ADD ${add.map(([key, value]) => `${namePlace(key, found)} ${valuePlace(value, found)}`).join(', ')}`,
    )
  const unset = Object.entries(change.set ?? {}).filter(([, value]) => value === undefined)
  const remove = [...(change.remove ?? []), ...unset.map(([key]) => key)]
  if (remove.length) clauses.push(`REMOVE ${remove.map((key) => namePlace(key, found)).join(', ')}`)
  return clauses.join(' ')
}

function namePlace(path: string, found: Names): string {
  const steps = path.split('.').map((step) => {
    const name = `#${step.replace(/\W/g, '_')}`
    found.names[name] = step
    return name
  })
  return steps.join('.')
}

function valuePlace(value: unknown, found: Names): string {
  const name = `:v${Object.keys(found.values).length}`
  found.values[name] = value
  return name
}
