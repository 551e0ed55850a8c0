import { senderIn, summedIn, withoutCourtesy } from './chatter.ts'
import { isQuantity } from './unit-words.ts'

/** A row as someone pasted or sent it: its cells, and the text it came from. `each` is what was said for several parts of
 * its line at once (各两条); a row of a `chat` has its quantity in the second cell, not in a column. */
export type WrittenRow = { cells: string[]; text: string; each?: string; chat?: true }

/** Rows of lines as they follow each other, a quantity on a line of its own put to the name above it. They stay as they are
 * unless that is the only meaning: every such line is right below a name, and the last thing said is a quantity, for
 * else it might as well belong to the name below.
 * @example joinedLines([[{ cells: ['云岭'], text: '云岭' }], [{ cells: ['3条'], text: '3条' }]])
 * // [{ cells: ['云岭', '3条'], text: '云岭 3条', chat: true }] */
export function joinedLines(lines: readonly WrittenRow[][]): WrittenRow[] {
  const kinds = lines.map(kindOf)
  const isBelowName = kinds.every((kind, at) => kind !== 'quantity' || kinds[at - 1] === 'name')
  if (!isBelowName || kinds.findLast((kind) => kind !== 'chatter') !== 'quantity') return lines.flat()
  return lines.flatMap((rows, at) => {
    if (kinds[at] === 'quantity') return []
    const [row] = rows
    const [below] = kinds[at + 1] === 'quantity' ? (lines[at + 1] ?? []) : []
    if (!row || !below) return rows
    return [{ cells: [...row.cells, ...below.cells], text: `${row.text} ${below.text}`, chat: true }]
  })
}

function kindOf(rows: readonly WrittenRow[]): 'quantity' | 'name' | 'chatter' | 'other' {
  const [row, ...more] = rows
  const [cell, ...others] = row?.cells ?? []
  if (!row || rows.every(isChatter)) return 'chatter'
  if (cell === undefined || more.length + others.length > 0 || row.each !== undefined) return 'other'
  return isQuantity(cell) && !/\.\d/.test(cell) ? 'quantity' : 'name'
}

function isChatter({ cells: [cell = '', ...others] }: WrittenRow): boolean {
  if (others.length > 0) return false
  return withoutCourtesy(cell) === '' || senderIn(cell) !== undefined || summedIn(cell) !== undefined
}
