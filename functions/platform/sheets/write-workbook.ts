// XLSX written as a stream: a zip of a few small parts and one sheet whose texts stand in their cells.
import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { SheetToWrite } from './sheet-to-write.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** Styles of the cells: text kept as text, and the heading. Whole numbers have none. */
const [TEXT_STYLE, HEADING_STYLE] = [1, 2]
/** Numbers keep the places they were written with: 12.50 does not become 12.5. */
const stylesOfPlaces = ['', ' s="3"', ' s="4"', ' s="5"'] as const
const ROWS_A_PIECE = 200
const LONGEST_SHEET_NAME = 31
/** More digits than a spreadsheet program keeps: such a number stays a text. */
const MOST_DIGITS = 15

/** The bytes of a workbook with one sheet. */
export async function* workbookBytes({ name, columns, rows }: SheetToWrite): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    ready.push(bytes)
  })
  for (const [path, text] of Object.entries(smallParts(name))) {
    const part = new ZipDeflate(path)
    zip.add(part)
    part.push(strToU8(XML + text), true)
  }
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml')
  zip.add(sheet)
  const isNumber = columns.map((column) => column.isNumber === true)
  let piece = `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`
  const letters = columns.map((_, at) => lettersOf(at))
  const heads = columns.map(({ title }, at) => textCell(`${letters[at]}1`, title, HEADING_STYLE))
  piece += `<row r="1">${heads.join('')}</row>`
  let count = 0
  for await (const row of rows) {
    const line = count + 2
    const cells = row.map((cell, at) => cellOf(`${letters[at]}${line}`, cell, isNumber[at] === true))
    piece += `<row r="${line}">${cells.join('')}</row>`
    if (++count % ROWS_A_PIECE > 0) continue
    sheet.push(strToU8(piece))
    piece = ''
    yield* ready.splice(0)
  }
  sheet.push(strToU8(`${piece}</sheetData></worksheet>`), true)
  zip.end()
  yield* ready.splice(0)
}

// Some programs read no cell that does not say where it stands.
function cellOf(place: string, cell: string, isNumber: boolean): string {
  if (cell === '') return `<c r="${place}"/>`
  const isPlain = /^-?(0|[1-9]\d*)(\.\d+)?$/.test(cell) && cell.replace(/\D/g, '').length <= MOST_DIGITS
  if (!isNumber || !isPlain) return textCell(place, cell, TEXT_STYLE)
  const [, places = ''] = cell.split('.')
  return `<c r="${place}"${stylesOfPlaces[places.length] ?? ''}><v>${cell}</v></c>`
}

function textCell(place: string, text: string, style: number): string {
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}

const LETTERS = 26

/** The letters of a column, counted from 0: A … Z, AA … */
function lettersOf(at: number): string {
  const last = String.fromCharCode('A'.charCodeAt(0) + (at % LETTERS))
  return at < LETTERS ? last : lettersOf(Math.floor(at / LETTERS) - 1) + last
}

const XML_NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What XML cannot hold, or would change, stands as `_x000D_`; a text that looks like that is escaped itself. */
function escaped(text: string): string {
  return (
    text
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped.
      .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (character) => {
        return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
      })
      .replace(/[&<>"]/g, (character) => XML_NAMES[character] ?? character)
  )
}

function smallParts(name: string): Record<string, string> {
  const sheetName = escaped(name.replace(/[\\/?*[\]:]/g, ' ').slice(0, LONGEST_SHEET_NAME)) || 'Sheet1'
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="0.0"/><numFmt numFmtId="165" formatCode="0.000"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf xfId="0"/><xf numFmtId="49" xfId="0" applyNumberFormat="1" quotePrefix="1"/><xf fontId="1" xfId="0" applyFont="1"/><xf numFmtId="164" xfId="0" applyNumberFormat="1"/><xf numFmtId="2" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  }
}
