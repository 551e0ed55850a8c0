import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { numberedRowsOfSheet, rowsOfSheet } from '#platform/sheets/read-sheet'
import { findSheetForm } from '#platform/sheets/sheet-form'
import { sheetBytes } from '#platform/sheets/write-sheet'

const opener =
  (bytes: Uint8Array, piece = 7) =>
  async () =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += piece) controller.enqueue(bytes.slice(at, at + piece))
        controller.close()
      },
    })

async function readAll(bytes: Uint8Array, piece?: number): Promise<string[][]> {
  const open = opener(bytes, piece)
  const rows: string[][] = []
  for await (const row of rowsOfSheet(open, await findSheetForm(open))) rows.push(row)
  return rows
}

/** The first cell of each row, with the row that a spreadsheet program shows it in. */
async function numbered(bytes: Uint8Array): Promise<Array<[number, string | undefined]>> {
  const open = opener(bytes)
  const rows: Array<[number, string | undefined]> = []
  for await (const { line, cells } of numberedRowsOfSheet(open, await findSheetForm(open)))
    rows.push([line, cells[0]])
  return rows
}

const text = (value: string) => new TextEncoder().encode(value)
// 云霞,十 in GB18030.
const gb18030 = Uint8Array.from([0xd4, 0xc6, 0xcf, 0xbc, 0x2c, 0xca, 0xae, 0x0a])

describe('text files', () => {
  it.each([
    [
      'comma',
      'a,b\n"1;2",3\n',
      ',',
      [
        ['a', 'b'],
        ['1;2', '3'],
      ],
    ],
    [
      'semicolon',
      'a;b\n"1,2";3\n',
      ';',
      [
        ['a', 'b'],
        ['1,2', '3'],
      ],
    ],
    [
      'tab',
      'a\tb\n1,2\t3\n',
      '\t',
      [
        ['a', 'b'],
        ['1,2', '3'],
      ],
    ],
    ['nothing', 'a\n1\n', ',', [['a'], ['1']]],
    [
      'quoted heading',
      '"a;x",b\n1,2\n',
      ',',
      [
        ['a;x', 'b'],
        ['1', '2'],
      ],
    ],
  ] as const)('a %s between cells is found out', async (_, content, separator, rows) => {
    expect(await findSheetForm(opener(text(content)))).toMatchObject({ encoding: 'utf-8', separator })
    expect(await readAll(text(content))).toEqual(rows)
  })

  it('a late Chinese byte decides the encoding', async () => {
    const long = text(`a,b\n${'x,1\n'.repeat(20_000)}`)
    const bytes = new Uint8Array(Buffer.concat([long, gb18030]))
    expect(await findSheetForm(opener(bytes, 4096))).toMatchObject({ encoding: 'gb18030' })
    expect((await readAll(bytes, 4096)).at(-1)).toEqual(['云霞', '十'])
    const utf8 = new Uint8Array(Buffer.concat([long, text('云霞,十\n')]))
    expect(await findSheetForm(opener(utf8, 4096))).toMatchObject({ encoding: 'utf-8' })
  })

  it('byte order marks are understood and taken away', async () => {
    expect(await readAll(text('\uFEFF编码,b\n1,2\n'))).toEqual([
      ['编码', 'b'],
      ['1', '2'],
    ])
    const utf16 = Buffer.from('\uFEFF编码\tb\n1\t2\n', 'utf16le')
    expect(await readAll(new Uint8Array(utf16))).toEqual([
      ['编码', 'b'],
      ['1', '2'],
    ])
  })

  it('a cell with the mark against formulas loses it', async () => {
    expect(await readAll(text("a\n'=1+1\n''=x\n'quoted\n-5\n"))).toEqual([
      ['a'],
      ['=1+1'],
      ["'=x"],
      ["'quoted"],
      ['-5'],
    ])
  })

  it('rows have the numbers that spreadsheet programs show', async () => {
    const bytes = text('a,b\r\n1,"x\r\ny\r\nz"\r\n\r\n,\r\n2,\r\n"",3\r\n4,"\n"\r\n')
    expect(await numbered(bytes)).toEqual([
      [1, 'a'],
      [2, '1'],
      [5, '2'],
      [6, ''],
      [7, '4'],
    ])
    expect(await numbered(text('\n\na\n1\n'))).toEqual([
      [3, 'a'],
      [4, '1'],
    ])
  })

  it('an open quote is told by its row', async () => {
    const unread = readAll(text('a,b\n1,"x\ny"\n2,"z\n3,4\n'))
    await expect(unread).rejects.toMatchObject({ code: 'imports.file_unreadable', facts: { line: 3 } })
  })

  it('more rows or columns than allowed are refused', async () => {
    await expect(readAll(text(`${'a,'.repeat(200)}a\n`))).rejects.toMatchObject({
      code: 'imports.too_many_columns',
    })
    const many = text(`a\n${'1\n'.repeat(100_001)}`)
    await expect(readAll(many, 65_536)).rejects.toMatchObject({ code: 'imports.too_many_rows' })
  })
})

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

function workbook(sheet: string, more: Record<string, string> = {}): Uint8Array {
  const parts = {
    'xl/worksheets/data.xml': `<worksheet xmlns="${SHEET}"><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="x" r:id="rId7"/><sheet name="y" r:id="rId8"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId8" Target="worksheets/other.xml"/><Relationship Id="rId7" Target="worksheets/data.xml"/></Relationships>',
    ...more,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))
}

describe('workbooks', () => {
  it('shared, rich and inline texts are read', async () => {
    const shared =
      '<sst><si><t>编码</t></si><si><r><t>福</t></r><r><t xml:space="preserve">来 </t></r><rPh><t>fu</t></rPh></si></sst>'
    const sheet =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>a&amp;b_x000D_</t></is></c></row><row r="4"><c r="B4" t="s"><v>1</v></c><c t="str"><f>1+1</f><v>2</v></c></row>'
    expect(await readAll(workbook(sheet, { 'xl/sharedStrings.xml': shared }), 50)).toEqual([
      ['编码', '', 'a&b\r'],
      ['', '福来 ', '2'],
    ])
  })

  it('rows keep their own numbers over gaps', async () => {
    const cell = (value: number) => `<c><v>${value}</v></c>`
    const rows = `<row r="1">${cell(1)}</row><row r="4">${cell(4)}</row><row r="x">${cell(5)}</row><row>${cell(6)}</row>`
    expect(await numbered(workbook(rows))).toEqual([
      [1, '1'],
      [4, '4'],
      [5, '5'],
      [6, '6'],
    ])
  })

  it('numbers keep their digits and dates become dates', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy/mm/dd\\ hh:mm"/><numFmt numFmtId="165" formatCode="0.00&quot;d&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>'
    const cells = [
      '<c><v>2.5499999999999998</v></c>',
      '<c><v>6.901028000017E+12</v></c>',
      '<c s="1"><v>45986</v></c>',
      '<c s="2"><v>45986.35138888889</v></c>',
      '<c s="3"><v>3</v></c>',
      '<c t="b"><v>1</v></c>',
      '<c t="e"><v>#N/A</v></c>',
    ]
    expect(await readAll(workbook(`<row>${cells.join('')}</row>`, { 'xl/styles.xml': styles }))).toEqual([
      ['2.55', '6901028000017', '2025-11-25', '2025-11-25T08:26:00', '3', 'TRUE', '#N/A'],
    ])
  })

  it('a workbook of another program is read', async () => {
    const noon = new Date(Date.UTC(2026, 10, 25, 12, 30))
    const written = await writeXlsxFile([
      ['编码', '日期', '价'],
      [{ value: '0012' }, { value: noon, type: Date, format: 'yyyy-mm-dd hh:mm' }, { value: 2.55 }],
    ]).toBuffer()
    expect(await readAll(new Uint8Array(written), 100)).toEqual([
      ['编码', '日期', '价'],
      ['0012', '2026-11-25T12:30:00', '2.55'],
    ])
  })

  it('a file that unpacks without end is refused', async () => {
    const bomb = zipSync({
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(320_000_000).fill(32),
    })
    expect(bomb.length).toBeLessThan(400_000)
    await expect(readAll(bomb, 65_536)).rejects.toMatchObject({ code: 'imports.file_too_large' })
  })

  it('an entity of a workbook brings no other file', async () => {
    const sheet = '<row><c t="inlineStr"><is><t>&secret;</t></is></c></row>'
    const named = '<!DOCTYPE worksheet [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'
    const data = `${named}<worksheet xmlns="${SHEET}"><sheetData>${sheet}</sheetData></worksheet>`
    await expect(readAll(workbook('', { 'xl/worksheets/data.xml': data }))).rejects.toMatchObject({
      code: 'imports.workbook_unreadable',
    })
  })

  it.each([
    ['cut off', workbook('<row><c><v>1</v></c></row>').slice(0, 200)],
    ['without a sheet', zipSync({ 'a.txt': strToU8('x') })],
    ['with broken XML', workbook('<row><c></row>')],
  ])('a workbook %s is refused', async (_, bytes) => {
    await expect(readAll(bytes)).rejects.toMatchObject({ code: 'imports.workbook_unreadable' })
  })
})

describe('files that are no table', () => {
  it.each([
    [
      'a locked or old workbook',
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0],
      'imports.file_locked',
    ],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13], 'imports.file_no_table'],
    ['a PDF', [...text('%PDF-1.7\n1 0 obj')], 'imports.file_no_table'],
  ])('%s is refused by what it is', async (_, bytes, code) => {
    await expect(readAll(Uint8Array.from(bytes))).rejects.toMatchObject({ code })
  })
})

describe('written files', () => {
  const rows = [
    ['=1+1', '-12.5'],
    ["'=x", ''],
    [' a "b", c\r\nd;e\tf ', '0.1'],
    ['\u0000\u001f_x0041_<&>', '00012'],
    ['+86139', '7'],
  ]
  it.each(['csv', 'xlsx'] as const)('a %s file is read back exactly', async (format) => {
    const columns = [{ title: '名称' }, { title: '余额', isNumber: true }]
    const pieces: Uint8Array[] = []
    for await (const piece of sheetBytes(format, { name: 'x/y', columns, rows })) pieces.push(piece)
    expect(await readAll(new Uint8Array(Buffer.concat(pieces)), 100)).toEqual([['名称', '余额'], ...rows])
  })

  it('no cell of a text file starts a formula', async () => {
    const columns = [{ title: '=T' }, { title: 'n' }]
    const pieces: Uint8Array[] = []
    for await (const piece of sheetBytes('csv', { name: '', columns, rows })) pieces.push(piece)
    const written = Buffer.concat(pieces).toString()
    expect(written.startsWith("\uFEFF'=T,n\r\n'=1+1,-12.5\r\n''=x,")).toBe(true)
    expect(written).not.toMatch(/(^|,|\n)"?[=@]|(^|,|\n)"?\+/)
  })
})
