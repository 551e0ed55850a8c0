import { expect, test } from 'vitest'
import { suppliedPlan } from '#shared/calendar-presets'
import type { ChangeRequest } from '#shared/requests'
import { namedFields, plainWords, type RecordWords, stepsOf } from '../../web/src/components/record-words.ts'
import { batchOptions } from '../../web/src/features/calendar/use-batches.ts'
import { nameOfLimit } from '../../web/src/features/calendar/use-cycle-words.ts'
import { newestFirst } from '../../web/src/features/requests/request-queries.ts'
import { wantedSteps } from '../../web/src/features/requests/wanted-steps.ts'

const request: ChangeRequest = {
  requestId: 'req_0000000000000001',
  customerId: 'cus_0000000000000001',
  kind: 'licence',
  state: 'asked',
  askedAt: '2026-11-22T04:00:00.000Z',
  askedBy: '何修',
  customerVersion: 1,
  wanted: { licence: { number: 'B', expiresOn: '2031-11-22' } },
  now: { licence: { number: 'A' } },
}

test('a renewed licence reads from old to new', () => {
  expect(wantedSteps(request, 'zh').map(({ from, to }) => [from, to])).toEqual([
    ['A', 'B'],
    ['', '2031年11月22日'],
  ])
})

test('addresses read with the usual one first', () => {
  const addresses = [
    { text: '二店', isMain: false },
    { text: '一店', note: '后门', isMain: true },
  ]
  const wanted = wantedSteps({ ...request, kind: 'addresses', wanted: { addresses }, now: {} }, 'zh')
  expect(wanted.map(({ from, to }) => [from, to])).toEqual([['', '一店（后门）\n二店']])
})

test('of a contact only what is known is read', () => {
  const wanted = { name: '周秀兰', receivesDeliveries: true }
  const steps = wantedSteps({ ...request, kind: 'contact', wanted, now: undefined }, 'en')
  expect(steps.map(({ name, to }) => [name.en, to])).toEqual([
    ['Name', '周秀兰'],
    ['Receives deliveries', 'Yes'],
  ])
})

test('the newest request stands first', () => {
  const later = { ...request, askedAt: '2026-11-23T04:00:00.000Z' }
  expect(newestFirst([request, later])).toEqual([later, request])
})

test('any value of a history reads as words', () => {
  expect(plainWords({ zh: '店', en: 'Shop' }, 'en')).toBe('Shop')
  expect(plainWords([{ zh: '条', en: 'carton' }, 3, null], 'zh')).toBe('条；3；')
  expect([plainWords(undefined, 'zh'), plainWords(true, 'zh')]).toEqual(['', '✓'])
})

const words: RecordWords = {
  names: { days: { zh: '假日', en: 'Days off' } },
  wordsFor: (_, value) => plainWords(value, 'zh'),
  nameOf: (field, { productNames }) => nameOfLimit(field, productNames),
}

test('of a changed list only what differs is told', () => {
  const change = {
    days: { from: ['春节', '元旦'], to: ['元旦', '清明'] },
    secret: { from: 1, to: 2 },
    reason: '调整',
  }
  expect(stepsOf(change, words).map(({ from, to }) => [from, to])).toEqual([['春节', '清明']])
  expect(stepsOf({ days: { from: null, to: ['元旦'] } }, words)).toMatchObject([{ from: '', to: '元旦' }])
})

test('a limit tells of which product and grade it is', () => {
  const productNames = { 7: { zh: '云岭', en: 'Yunling' } }
  const change = {
    'limit 7 18': { from: 2, to: 3 },
    'limit 7 0': { from: null, to: 1 },
    'firstCome 9': { from: null, to: 40 },
    productNames,
  }
  expect(stepsOf(change, words).map(({ name, to }) => [name.zh, to])).toEqual([
    ['云岭 · 18 档', '3'],
    ['云岭 · 不分档', '1'],
    ['（已删除的商品） · 先到先得', '40'],
  ])
})

test('a record of a day names its fields in order', () => {
  expect(namedFields({ 'limit 7 3': 1, other: 2 }, words).map(({ name }) => name.en)).toEqual([
    'Days off',
    '(a product removed) · grade 3',
  ])
})

test('a batch of another system stays to choose', () => {
  const { batches } = suppliedPlan
  expect(batchOptions(batches, 'zh', 'north-7')[0]).toEqual({ value: 'north-7', name: 'north-7' })
  expect(batchOptions(batches, 'zh', '').map(({ name }) => name)).toContain('周四批次')
})
