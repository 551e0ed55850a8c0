import { type Filled, type Row, type Rows, rowOf } from './fill-rows.ts'

type Now = Parameters<typeof rowOf>[0]

/** The rows that still stand as they were put in, as they stood before; what was typed since stays. */
export function rowsToPutBack({ before, after }: Filled, now: Now): Rows {
  return new Map([...before].filter(([productId]) => areAlike(rowOf(now, productId), after.get(productId))))
}

function areAlike(one: Row, other: Row | undefined): boolean {
  return (
    one.text === other?.text &&
    (one.extra.wanted ?? 0) === (other.extra.wanted ?? 0) &&
    (one.extra.note ?? '') === (other.extra.note ?? '')
  )
}
