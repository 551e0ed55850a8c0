/** A row as someone pasted or sent it: its cells, and the text it came from. */
export type WrittenRow = { cells: string[]; text: string }

/** A number with the unit that someone wrote behind it. */
export type WrittenQuantity = { count: number; unit: string }

const MOST_DIGITS = 6
const digits: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5 },
  ...{ 六: 6, 七: 7, 八: 8, 九: 9 },
}
const NUMBER = String.raw`(?:\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百]+)`
const whole = new RegExp(String.raw`^[x×*＊:：=]?\s*(${NUMBER})\s*(\p{L}{0,8})$`, 'iu')
const atEnd = new RegExp(
  String.raw`^(.*?)(?:[\sx×*＊:：=]+(${NUMBER})|(\d+(?:\.\d+)?|[两三四五六七八九十]+(?=\s*\p{L})))\s*(\p{L}{0,8})$`,
  'iu',
)
const atStart = new RegExp(String.raw`^(${NUMBER})\s*(\p{Script=Han}|[a-z]{1,8}\s)\s*(?:of\s+)?(.+)$`, 'iu')

/** The rows of a pasted text: of Excel by tabs, of a chat by lines, commas, 、 and ；. A part that is a quantity alone
 * belongs to what stands before it.
 * @example readText('云岭 3条、松风，2').map(({ cells }) => cells) // [['云岭 3条'], ['松风', '2']] */
export function readText(text: string): WrittenRow[] {
  return text.split(/\r?\n/).flatMap((line) => {
    if (line.trim() === '') return []
    if (line.includes('\t'))
      return [{ cells: line.split('\t').map((cell) => cell.trim()), text: line.trim() }]
    return partsOfLine(line)
  })
}

/** The rows of a file. */
export function readCells(rows: readonly (readonly string[])[]): WrittenRow[] {
  return rows.map((cells) => {
    const trimmed = cells.map((cell) => cell.trim())
    return { cells: trimmed, text: trimmed.filter((cell) => cell !== '').join(' ') }
  })
}

/** The quantity that a cell is, when it is nothing else.
 * @example quantityIn('x3 件') // { count: 3, unit: '件' } */
export function quantityIn(cell: string): WrittenQuantity | undefined {
  const [, count, unit = ''] = whole.exec(cell.normalize('NFKC').trim()) ?? []
  const read = count === undefined ? undefined : countOf(count)
  return read === undefined ? undefined : { count: read, unit }
}

/** The ways in which a name and a quantity may stand in one text, the likeliest first; the whole as a name last. */
export function partings(text: string): Array<{ name: string; quantity?: WrittenQuantity }> {
  const plain = text.normalize('NFKC').trim()
  const [, before, spaced, tight, unit = ''] = atEnd.exec(plain) ?? []
  const [, ahead, aheadUnit = '', after] = atStart.exec(plain) ?? []
  const found = [
    { name: before, count: spaced ?? tight, unit },
    { name: after, count: ahead, unit: aheadUnit.trim() },
  ].flatMap(({ name, count, unit: of }) => {
    const read = count === undefined ? undefined : countOf(count)
    return name && read !== undefined ? [{ name: name.trim(), quantity: { count: read, unit: of } }] : []
  })
  return [...found, { name: plain }]
}

function partsOfLine(line: string): WrittenRow[] {
  const rows: WrittenRow[] = []
  for (const part of line.split(/[,，、;；]/).map((one) => one.trim())) {
    const last = rows.at(-1)
    if (part === '') continue
    if (last && last.cells.length === 1 && quantityIn(part)) {
      last.cells.push(part)
      last.text += ` ${part}`
    } else rows.push({ cells: [part], text: part })
  }
  return rows
}

/** A count in digits or in Chinese up to 999; undefined when it is too long to be one, as a barcode. */
function countOf(text: string): number | undefined {
  if (/^\d/.test(text)) return text.length > MOST_DIGITS ? undefined : Number(text)
  let [sum, digit] = [0, 0]
  for (const character of text) {
    const step = character === '百' ? 100 : character === '十' ? 10 : 0
    if (step === 0) digit = digits[character] ?? 0
    else [sum, digit] = [sum + (digit || 1) * step, 0]
  }
  return sum + digit
}
