// What an item is: its kind, its schema number, and how older ones are lifted when read.
import type * as z from 'zod'

/** An item as the database gives it. */
export type Item = Readonly<Record<string, unknown>>

export type ItemKind<Value> = {
  kind: string
  schema: number
  /** Lifts an older item step by step and parses it; throws when it is not of this kind. */
  read(item: Item): Value
  readMaybe(item: Item | undefined): Value | undefined
  /** The value with its kind and schema number, keys to be added. */
  write(value: Value): Item
  /** An old item as it would be written today; undefined when it is today's already. */
  lifted(item: Item): Item | undefined
}

/** Lifts an item from schema `n` to `n + 1`; keyed by `n`. */
export type Lifts = Readonly<Record<number, (item: Item) => Item>>

const liftOfKind = new Map<string, (item: Item) => Item | undefined>()

/** Declares a kind of item. Its name is unique; a shape that changes gets the next number and a lift. */
export function itemKind<Shape extends z.ZodType<object>>(
  kind: string,
  schema: number,
  shape: Shape,
  lifts: Lifts = {},
): ItemKind<z.infer<Shape>> {
  const lift = (item: Item): Item => {
    if (item.k !== kind) throw new Error(`Expected an item of kind ${kind}, found ${String(item.k)}`)
    let current = item
    for (let step = Number(item.s); step < schema; step++) {
      const next = lifts[step]
      if (!next) throw new Error(`No lift of ${kind} from schema ${step}`)
      current = { ...next(current), s: step + 1 }
    }
    return current
  }
  const read = (item: Item) => shape.parse(lift(item))
  const made: ItemKind<z.infer<Shape>> = {
    kind,
    schema,
    read,
    readMaybe: (item) => item && read(item),
    write: (value) => ({ ...value, k: kind, s: schema }),
    lifted: (item) => (Number(item.s) < schema ? lift(item) : undefined),
  }
  liftOfKind.set(kind, made.lifted)
  return made
}

/** An item of any declared kind lifted to today's schema; undefined when nothing is to be done. */
export function liftItem(item: Item): Item | undefined {
  return liftOfKind.get(String(item.k))?.(item)
}
