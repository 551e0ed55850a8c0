import { joinedLines, type WrittenRow } from './quantity-lines.ts'
import { isHeading } from './row-heading.ts'
import { isQuantity } from './unit-words.ts'
import { isMoney, NUMBER, quantityIn, withoutGroups } from './written-numbers.ts'

const marker =
  /^\s*(?:(?:\d{1,3}\s*[、)）]|\d{1,3}\s*[.．,，:：](?!\s*\d)|[（(]\d{1,3}[)）]|[①-⑳])\s*|[-•·●○▪]\s*(?!\d)|\d\u20E3\s*)(?=\S)/
const innerMarker = /(?<=[\s;；,，。])(?:\d{1,2}[、)）]|\d{1,2}[.．](?!\d)|[①-⑳])\s*(?=\S)/g
const each = new RegExp(
  String.raw`^(.*?)\s*(?:(?:[一都]?各|每样|每种|每个)\s*[要来订拿]?\s*(${NUMBER}\s*\p{L}{0,8})|[x×*\s]\s*(${NUMBER}(?:\s+[a-z]{1,8})?)\s+(?:of\s+)?each)$`,
  'iu',
)
const MOST_NUMBERED = 999

/** The rows of a pasted text: of Excel by tabs, of a file by its commas, of a chat by lines, commas, 、 。 and ；. A part or a
 * line that is a quantity alone belongs to what stands before it; the numbers of a numbered list are left out.
 * @example readText('1、云岭 3条、松风，2').map(({ cells }) => cells) // [['云岭 3条'], ['松风', '2']] */
export function readText(text: string): WrittenRow[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const parted = lines.map(cellsOfLine)
  const [first] = parted
  const comma = lines[0]?.includes(';') ? ';' : ','
  const isTable = first?.length === 1 && isHeading(cellsByComma(lines[0] ?? '', comma), 2)
  const isNumbered = areNumbered(lines)
  const rows = lines.map((line, at): WrittenRow[] => {
    const cells = isTable ? cellsByComma(line, comma) : (parted[at] ?? [])
    if (cells.length > 1) return [{ cells, text: line.trim() }]
    return partsOfLine(isNumbered ? line.replace(/^\s*\d+\s+/, '') : line)
  })
  return isTable ? rows.flat() : joinedLines(rows)
}

/** The rows of a file. */
export function readCells(rows: readonly (readonly string[])[]): WrittenRow[] {
  return rows.map((cells) => {
    const trimmed = cells.map((cell) => cell.trim())
    return { cells: trimmed, text: trimmed.filter((cell) => cell !== '').join(' ') }
  })
}

function cellsOfLine(line: string): string[] {
  if (line.includes('\t')) return line.split('\t').map((cell) => cell.trim())
  const bars = line.split('|').map((cell) => cell.trim())
  if (bars.length > 2) return bars
  const ways = [cellsByComma(line, ','), line.trim().split(/\s{2,}/)]
  return ways.find(hasNumbersTogether) ?? [line]
}

/** True for a line of a table: its numbers stand side by side, as no chat says them. */
function hasNumbersTogether(cells: readonly string[]): boolean {
  return cells.some((cell, at) => isNumber(cell) && isNumber(cells[at + 1] ?? ''))
}

function cellsByComma(line: string, comma: string): string[] {
  return withoutGroups(line)
    .split(comma)
    .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
}

function isNumber(cell: string): boolean {
  return isMoney(cell) || quantityIn(cell)?.unit === ''
}

/** True when every line begins with its running number and says a quantity behind it. */
function areNumbered(lines: readonly string[]): boolean {
  const starts = lines.map((line) => /^\s*(\d+)\s+\D.*[\d一二两三四五六七八九十]/.exec(line)?.[1])
  return lines.length > 1 && starts.every((start, at) => start === String(at + 1) && at < MOST_NUMBERED)
}

function partsOfLine(line: string): WrittenRow[] {
  const rows: WrittenRow[] = []
  const bare = line.replace(marker, '')
  const list = bare === line ? line : bare.replace(innerMarker, '；')
  for (const part of withoutGroups(list)
    .split(/[,，、;；。]|[.!！](?=\s+\p{Lu})/u)
    .map((one) => one.trim())) {
    const last = rows.at(-1)
    if (part === '') continue
    const plain = part.normalize('NFKC')
    const [, name = '', count, counted] = each.exec(plain) ?? []
    const ofEach = count ?? counted
    if (ofEach !== undefined && (name !== '' || rows.length > 0))
      spread(rows, plain.length === part.length ? part.slice(0, name.length) : name, ofEach.trim())
    else if (last && last.cells.length === 1 && isQuantity(part)) {
      last.cells.push(part)
      last.chat = true
      last.text += ` ${part}`
    } else rows.push({ cells: [part], text: part })
  }
  return rows
}

/** What was said of each is for the parts before, back to one that has it already. */
function spread(rows: WrittenRow[], name: string, quantity: string): void {
  if (name !== '') rows.push({ cells: [name], text: name })
  for (const row of rows.toReversed()) {
    if (row.each !== undefined) return
    if (row.cells.length === 1) Object.assign(row, { each: quantity, text: `${row.text} 各${quantity}` })
  }
}
