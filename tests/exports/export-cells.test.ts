import { expect, it } from 'vitest'
import { phoneWords } from '#shared/phone-words'
import { exportTexts } from '#shared/texts/exports'
import { orderTexts } from '#shared/texts/orders'
import { unitColumns } from '../../functions/exports/order-columns.ts'

it('a unit stands by its name, its code beside it', () => {
  const columns = unitColumns<{ unitPath: string }>(orderTexts.unit)
  const words = { language: 'zh', timeZone: 'Asia/Shanghai', unitName: () => '官渡区' } as const
  expect(columns.map(({ title }) => title)).toEqual([orderTexts.unit, exportTexts.unitCode])
  expect(columns.map(({ cell }) => cell({ unitPath: 'hq/53/5301/530111' }, words))).toEqual([
    '官渡区',
    'hq/53/5301/530111',
  ])
})

it('a mobile number begins with no plus sign', () => {
  expect(phoneWords('+8619900000256')).toBe('199 0000 0256')
  expect(phoneWords('+442079460000')).toBe('+442079460000')
})
