import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sheetBytes } from '#platform/sheets/write-sheet'

/** Cells that programs like to change: leading zeros, long numbers, dates, money, what looks like a formula. */
const columns = [
  { title: '编码' },
  { title: '名称' },
  { title: '日期', isDate: true },
  { title: '金额', isNumber: true },
  { title: '备注' },
  { title: '下单', isDate: true },
]
const rows = [
  ['00183', '福来超市', '2026-12-01', '1250.50', '=1+1', '2026-12-01 16:00'],
  ['530102100183123456', '云霞（细支）', '3-4', '-80.00', '@SUM(A1)', '2026-02-30'],
  ['1E5', 'a,"b"', '2026-11-25 16:00', '0.125', '-3', ''],
  ['+8613900000001', 'TRUE', '', '48', "'x", '1899-12-31'],
]

// Text and numbers as they are shown, comma and quotes, UTF-8.
const AS_SHOWN = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true'
const hasProgram = spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0

describe.skipIf(!hasProgram)('a workbook in LibreOffice (skipped where soffice is missing)', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'spreadsheet-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('an export opens as it looked', async () => {
    const parts: Uint8Array[] = []
    for await (const part of sheetBytes('xlsx', { name: '商品', columns, rows })) parts.push(part)
    writeFileSync(join(folder, 'export.xlsx'), Buffer.concat(parts))
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const given = [profile, '--headless', '--convert-to', AS_SHOWN, '--outdir', folder]
    execFileSync('soffice', [...given, join(folder, 'export.xlsx')], { stdio: 'ignore', timeout: 120_000 })
    const shown = readFileSync(join(folder, 'export.csv'), 'utf8').replace(/^\uFEFF/, '')
    expect(shown.trimEnd().split(/\r?\n/)).toEqual([
      '编码,名称,日期,金额,备注,下单',
      '00183,福来超市,2026-12-01,1250.50,=1+1,2026-12-01 16:00',
      '530102100183123456,云霞（细支）,3-4,-80.00,@SUM(A1),2026-02-30',
      '1E5,"a,""b""",2026-11-25 16:00,0.125,-3,',
      "+8613900000001,TRUE,,48,'x,1899-12-31",
    ])
  })
})
