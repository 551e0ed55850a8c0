// XLSX written as a stream: a zip of a few small parts and one sheet whose texts stand in their cells.
import { strToU8, Zip, ZipDeflate } from 'fflate'
import { cellOf, columnWidths, escaped, headingCell, lettersOf } from './sheet-cells.ts'
import type { SheetToWrite } from './sheet-to-write.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const ROWS_A_PIECE = 200
const LONGEST_SHEET_NAME = 31

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
  const letters = columns.map((_, at) => lettersOf(at))
  const lineOf = (row: readonly string[], line: number) => {
    const cells = row.map((cell, at) => cellOf(`${letters[at]}${line}`, cell, columns[at]))
    return `<row r="${line}">${cells.join('')}</row>`
  }
  let count = 0
  for await (const part of partsOf(rows)) {
    if (count === 0) sheet.push(strToU8(headOf(columns, letters, part)))
    sheet.push(strToU8(part.map((row, at) => lineOf(row, count + at + 2)).join('')))
    count += part.length
    yield* ready.splice(0)
  }
  sheet.push(strToU8('</sheetData></worksheet>'), true)
  zip.end()
  yield* ready.splice(0)
}

/** What stands before the rows; the first of them say how wide the columns are. */
function headOf(columns: SheetToWrite['columns'], letters: readonly string[], rows: readonly Row[]): string {
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  const heads = columns.map(({ title }, at) => headingCell(`${letters[at]}1`, title))
  const start = `${XML}<worksheet xmlns="${MAIN}">${view}${columnWidths(columns, rows)}`
  return `${start}<sheetData><row r="1">${heads.join('')}</row>`
}

type Row = readonly string[]

/** Rows in parts; one part at least, which may be empty. */
async function* partsOf(rows: SheetToWrite['rows']): AsyncGenerator<Row[]> {
  let part: Row[] = []
  for await (const row of rows) {
    part.push(row)
    if (part.length < ROWS_A_PIECE) continue
    yield part
    part = []
  }
  yield part
}

function smallParts(name: string): Record<string, string> {
  const sheetName = escaped(name.replace(/[\\/?*[\]:]/g, ' ').slice(0, LONGEST_SHEET_NAME)) || 'Sheet1'
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts count="4"><numFmt numFmtId="164" formatCode="0.0"/><numFmt numFmtId="165" formatCode="0.000"/><numFmt numFmtId="166" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="167" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="8"><xf xfId="0"/><xf numFmtId="49" xfId="0" applyNumberFormat="1" quotePrefix="1"/><xf fontId="1" xfId="0" applyFont="1"/><xf numFmtId="164" xfId="0" applyNumberFormat="1"/><xf numFmtId="2" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" xfId="0" applyNumberFormat="1"/><xf numFmtId="166" xfId="0" applyNumberFormat="1"/><xf numFmtId="167" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  }
}
