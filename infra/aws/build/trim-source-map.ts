// Makes a source map small: positions within unwanted sources are forgotten.

export type SourceMap = {
  version: number
  sources: string[]
  names: string[]
  mappings: string
  sourcesContent?: unknown
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The same map with positions of the wanted sources alone, and without names, which stack traces do not show. */
export function trimSourceMap(map: SourceMap, isWanted: (source: string) => boolean): SourceMap {
  const wanted = map.sources.map(isWanted)
  const kept = map.sources.filter(isWanted)
  const indexOf = new Map(kept.map((source, at) => [source, at]))
  const before = { source: 0, line: 0, column: 0 }
  const written = { source: 0, line: 0, column: 0 }
  const trimLine = (line: string): string => {
    let [generated, generatedWritten, isInside] = [0, 0, false]
    const segments: string[] = []
    for (const segment of line === '' ? [] : line.split(',')) {
      const [column = 0, source, sourceLine = 0, sourceColumn = 0] = decoded(segment)
      generated += column
      if (source !== undefined) {
        before.source += source
        before.line += sourceLine
        before.column += sourceColumn
      }
      const name = source !== undefined && wanted[before.source] ? map.sources[before.source] : undefined
      const at = name === undefined ? undefined : indexOf.get(name)
      if (at === undefined && !isInside) continue
      isInside = at !== undefined
      const fields = [generated - generatedWritten]
      generatedWritten = generated
      if (at !== undefined) {
        fields.push(at - written.source, before.line - written.line, before.column - written.column)
        Object.assign(written, { source: at, line: before.line, column: before.column })
      }
      segments.push(fields.map(encoded).join(''))
    }
    return segments.join(',')
  }
  const mappings = map.mappings.split(';').map(trimLine).join(';')
  return { version: map.version, sources: kept, names: [], mappings }
}

/** The numbers of a segment, in base 64 with variable length. */
function decoded(segment: string): number[] {
  const numbers: number[] = []
  let [value, shift] = [0, 0]
  for (const digit of segment) {
    const bits = DIGITS.indexOf(digit)
    value |= (bits & 31) << shift
    shift += 5
    if (bits & 32) continue
    numbers.push(value & 1 ? -(value >>> 1) : value >>> 1)
    value = 0
    shift = 0
  }
  return numbers
}

function encoded(value: number): string {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1
  let text = ''
  do {
    const bits = rest & 31
    rest >>>= 5
    text += DIGITS.charAt(rest > 0 ? bits | 32 : bits)
  } while (rest > 0)
  return text
}
