import { expect, it } from 'vitest'
import { columnsNotRead } from '../../web/src/features/imports/columns-not-read.ts'

it('columns that nothing of ours takes are named', () => {
  const head = {
    format: 'csv',
    columns: ['客户编码', '备注', '#3', '#4', '文件行号', '说明'],
    samples: [['C-1', '', '', 'x', '2', '…']],
  }
  expect(columnsNotRead(head, { code: '客户编码' })).toEqual(['备注', '#4'])
  expect(columnsNotRead(head, { code: '客户编码', name_zh: '备注', route: '#4' })).toEqual([])
})
