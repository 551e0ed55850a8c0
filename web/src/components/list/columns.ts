import type { ReactNode } from 'react'
import type { Text } from '#shared/languages'
import { keep, readKept } from '../../kept.ts'

/** One column of a staff list beside its first, which names the row. */
export type Column<Row> = {
  key: string
  title: Text
  cell: (row: Row) => ReactNode
  isNumber?: boolean
  /** Is read as one: a telephone number, a day. */
  isOneLine?: boolean
  /** Shown until a person chooses otherwise. */
  isUsual?: boolean
  /** Holds what can be done with a row, not a fact about it. */
  isAction?: boolean
}

/** The keys of the columns this browser shows for a list. */
export function chosenColumns<Row>(list: string, columns: readonly Column<Row>[]): string[] {
  const kept = readKept(`columns ${list}`)?.split(' ')
  return columns
    .filter(({ key, isUsual }) => (kept ? kept.includes(key) : isUsual === true))
    .map(({ key }) => key)
}

/** Remembers which columns this browser shows for a list. */
export function keepColumns(list: string, keys: readonly string[]): void {
  keep(`columns ${list}`, keys.join(' '))
}
