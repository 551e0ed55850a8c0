// The rows of the bench, and how they are printed.

/** One measure: what was got, the bar, the floor beside it; `isMet` is undefined where there is no bar to meet. */
export type Row = { measure: string; got: string; bar: string; floor: string; isMet?: boolean }

/** A row whose figure must not be above `most`. */
export function atMost(
  measure: string,
  figure: number,
  most: number,
  { unit = '', digits = 1, floor = '' }: { unit?: string; digits?: number; floor?: string } = {},
): Row {
  const got = `${figure.toFixed(digits)}${unit}`
  return { measure, got, bar: `≤ ${most}${unit}`, floor, isMet: figure <= most }
}

/** A row whose figure must not be below `least`. */
export function atLeast(measure: string, figure: number, least: number): Row {
  return { measure, got: String(figure), bar: `≥ ${least}`, floor: '', isMet: figure >= least }
}

/** A row that is only told. */
export function told(measure: string, got: string, floor = ''): Row {
  return { measure, got, bar: '–', floor }
}

/** The table as lines of text. */
export function drawTable(rows: readonly Row[]): string {
  const lines = [
    ['measure', 'got', 'bar', 'floor', ''],
    ...rows.map(({ measure, got, bar, floor, isMet }) => [
      measure,
      got,
      bar,
      floor || '–',
      isMet === undefined ? '' : isMet ? 'met' : 'MISSED',
    ]),
  ]
  const widths = [0, 1, 2, 3].map((at) => Math.max(...lines.map((cells) => (cells[at] ?? '').length)))
  return lines
    .map((cells) =>
      cells
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** The middle one of some figures. */
export function median(figures: readonly number[]): number {
  return figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? Number.NaN
}
