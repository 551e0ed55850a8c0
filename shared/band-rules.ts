/** A price band as it holds for one customer; `usedElsewhere` is what its other orders of the cycle took of it. */
export type Band = { code: string; cap: number; usedElsewhere: number }

/** A line within a band: what its own rules accept at most (`most`), and the steps that they accept below it. */
type BandLine = { most: number; least: number; multiple: number }

/** Quantities that fit a band together: as few lines as possible shrink, the largest first, each to a quantity that
 * its own rules accept. They are what is there already when that fits.
 * @example shareOfBand([{ most: 9, least: 1, multiple: 1 }, { most: 3, least: 1, multiple: 1 }], 8) // [5, 3] */
export function shareOfBand(lines: readonly BandLine[], room: number): number[] {
  const sharesAt = (level: number) => lines.map((line) => acceptedBelow(line, Math.min(level, line.most)))
  let [fits, tooMuch] = [0, Math.max(0, ...lines.map(({ most }) => most)) + 1]
  while (tooMuch - fits > 1) {
    const level = Math.floor((fits + tooMuch) / 2)
    if (sumOf(sharesAt(level)) <= room) fits = level
    else tooMuch = level
  }
  let left = room - sumOf(sharesAt(fits))
  // What is left over goes to the first lines that can take one step more.
  return lines.map((line) => {
    const share = acceptedBelow(line, Math.min(fits, line.most))
    const next = Math.max(line.least, share + line.multiple)
    if (next > line.most || next - share > left) return share
    left -= next - share
    return next
  })
}

/** The highest quantity up to `bound` that minimum and multiple accept; 0 when there is none. */
function acceptedBelow({ least, multiple }: Pick<BandLine, 'least' | 'multiple'>, bound: number): number {
  const below = Math.floor(bound / multiple) * multiple
  return below >= least ? below : 0
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}
