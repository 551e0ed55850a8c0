// Writes as data: a room hands them out, the use case that owns the change commits them all at once.
import type { Key } from './access-pattern.ts'
import type { Change, Condition } from './condition.ts'
import type { Item } from './item-kind.ts'

/** Makes the error of a refused write from what is there now (undefined: nothing is). */
export type OnRefused = (current: Item | undefined) => Error

type Conditional = { when?: Condition; onRefused?: OnRefused }

export type Write =
  | ({ put: Item & Key } & Conditional)
  | ({ update: Key; change: Change } & Conditional)
  | ({ delete: Key } & Conditional)
  | ({ check: Key } & Required<Conditional>)

export function keyOfWrite(write: Write): Key {
  if ('put' in write) return { pk: write.put.pk, sk: write.put.sk }
  if ('update' in write) return write.update
  return 'delete' in write ? write.delete : write.check
}

/** Thrown when a condition failed and the write has no word of its own for it: read again, then decide. */
export class Refused extends Error {
  override name = 'Refused'
  readonly key: Key
  readonly current: Item | undefined

  constructor(key: Key, current: Item | undefined) {
    super(`Refused at ${key.pk} ${key.sk}`)
    this.key = key
    this.current = current
  }
}
