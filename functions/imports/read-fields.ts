import { type MinorUnits, parseMoney } from '#shared/money'
import { Problem } from '#shared/problems'

/** One row of a file by column. */
export type Row = Readonly<Record<string, string | undefined>>

/** A text that must be there; throws `imports.value_invalid`. */
export function requiredText(row: Row, column: string, most = 200): string {
  const text = optionalText(row, column, most)
  if (text === undefined) throw invalid(row, column, '必填 / required')
  return text
}

export function optionalText(row: Row, column: string, most = 200): string | undefined {
  const text = row[column]?.trim()
  if (text && text.length > most) throw invalid(row, column, `≤ ${most}`)
  return text || undefined
}

/** A whole number from `least` to `most`; undefined when the cell is empty. */
export function optionalInteger(
  row: Row,
  column: string,
  least: number,
  most = 999_999_999,
): number | undefined {
  const text = optionalText(row, column)
  if (text === undefined) return undefined
  const number = Number(text)
  if (!/^-?\d+$/.test(text) || number < least || number > most)
    throw invalid(row, column, `${least} – ${most}`)
  return number
}

/** An amount in minor units; undefined when the cell is empty. */
export function optionalMoney(row: Row, column: string): MinorUnits | undefined {
  const text = optionalText(row, column)
  if (text === undefined) return undefined
  const amount = parseMoney(text)
  if (amount === undefined) throw invalid(row, column, '128.00')
  return amount
}

export function oneOf<Value extends string>(
  row: Row,
  column: string,
  values: readonly Value[],
  usual: Value,
): Value {
  const text = optionalText(row, column)
  if (text === undefined) return usual
  const found = values.find((value) => value === text)
  if (!found) throw invalid(row, column, values.join(' / '))
  return found
}

function invalid(row: Row, column: string, expected: string): Problem {
  return new Problem('imports.value_invalid', { column, value: (row[column] ?? '').slice(0, 60), expected })
}
