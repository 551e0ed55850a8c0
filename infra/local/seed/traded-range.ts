// Brands, categories and ratings of the traded preset, as tables.
import type { Name } from './demonstration-company.ts'

export type TradedSpec = { zh: string; en: string; glyph: string; yuan: number; colour?: string }
export type TradedCategory = {
  code: string
  letters: string
  name: Name
  unit: Name
  unitsPerCase: number
  multiple: number
  minimum: number
  colour: string
  /** Eight each: five brands times eight in ten categories are 400 products. */
  specs: TradedSpec[]
}

const SAID_COLOURS: [string, string][] = [
  ['红', '#8c2f2c'],
  ['蓝', '#33518c'],
  ['黑', '#2b2e33'],
  ['双色', '#6b7a1f'],
]

const ENGLISH_WORDS: [string, string][] = [
  ['五孔带开关', '5-hole with switch'],
  ['地面五孔', 'floor 5-hole'],
  ['五孔', '5-hole'],
  ['四孔', '4-hole'],
  ['三孔', '3-hole'],
  ['电视', 'TV outlet'],
  ['网络 六类', 'Cat 6 data'],
  ['单开单控', '1-gang 1-way'],
  ['单开双控', '1-gang 2-way'],
  ['双开单控', '2-gang 1-way'],
  ['双开双控', '2-gang 2-way'],
  ['三开单控', '3-gang 1-way'],
  ['四开双控', '4-gang 2-way'],
  ['调光', 'dimmer'],
  ['人体感应', 'motion'],
  ['脚', '-pin'],
  ['时间型', 'timer'],
  ['热过载', 'thermal'],
  ['固态', 'solid-state'],
  ['红', 'red'],
  ['蓝', 'blue'],
  ['双色', 'two-colour'],
  ['黑', 'black'],
  ['球泡', 'bulb'],
  ['筒灯', 'downlight'],
  ['灯管', 'tube'],
  ['吸顶', 'ceiling'],
  ['面板', 'panel'],
  ['投光', 'flood'],
  ['回路', 'ways'],
  ['阻燃', 'flame-retardant'],
]

// Every brand is invented.
export const TRADED_BRANDS: Name[] = [
  { zh: '岳衡', en: 'Yueheng' },
  { zh: '恒屿', en: 'Hengyu' },
  { zh: '川砺', en: 'Chuanli' },
  { zh: '晟桥', en: 'Shengqiao' },
  { zh: '启澜', en: 'Qilan' },
  { zh: '拓禾', en: 'Tuohe' },
  { zh: '岭川', en: 'Lingchuan' },
  { zh: '明汐', en: 'Mingxi' },
]

const PIECE: Name = { zh: '只', en: 'piece' }
const ITEM: Name = { zh: '个', en: 'item' }
const METRE: Name = { zh: '米', en: 'metre' }
const ROLL: Name = { zh: '卷', en: 'roll' }
const CASE: Name = { zh: '箱', en: 'case' }

export const TRADED_CATEGORIES: TradedCategory[] = [
  {
    code: 'breaker',
    letters: 'DL',
    name: { zh: '断路器', en: 'Circuit breaker' },
    unit: PIECE,
    unitsPerCase: 120,
    multiple: 12,
    minimum: 12,
    colour: '#1f4f7a',
    specs: [
      ['1P C10', 'C10', 9.8],
      ['1P C16', 'C16', 9.8],
      ['1P C20', 'C20', 10.2],
      ['2P C25', 'C25', 21.5],
      ['2P C32', 'C32', 22],
      ['2P C63', 'C63', 27.5],
      ['3P C40', 'C40', 39],
      ['4P D63', 'D63', 58],
    ].map(rated('小型断路器', 'Miniature breaker')),
  },
  {
    code: 'contactor',
    letters: 'JC',
    name: { zh: '接触器', en: 'Contactor' },
    unit: PIECE,
    unitsPerCase: 40,
    multiple: 4,
    minimum: 4,
    colour: '#5b3f7d',
    specs: [
      ['9A 220V', '9A', 38],
      ['12A 220V', '12A', 42],
      ['18A 220V', '18A', 55],
      ['25A 380V', '25A', 76],
      ['32A 380V', '32A', 98],
      ['50A 380V', '50A', 186],
      ['65A 380V', '65A', 225],
      ['95A 380V', '95A', 368],
    ].map(rated('交流接触器', 'AC contactor')),
  },
  {
    code: 'relay',
    letters: 'JD',
    name: { zh: '继电器', en: 'Relay' },
    unit: ITEM,
    unitsPerCase: 100,
    multiple: 10,
    minimum: 20,
    colour: '#7a3d1f',
    specs: [
      ['DC12V 8脚', '12V', 8.6],
      ['DC24V 8脚', '24V', 8.6],
      ['AC220V 8脚', '220', 9.2],
      ['DC24V 14脚', '14', 11.8],
      ['AC220V 14脚', '14', 12.4],
      ['时间型 60s', '60s', 34],
      ['热过载 13A', '13A', 46],
      ['固态 40A', '40A', 62],
    ].map(rated('继电器', 'Relay')),
  },
  {
    code: 'socket',
    letters: 'CZ',
    name: { zh: '插座', en: 'Socket' },
    unit: ITEM,
    unitsPerCase: 100,
    multiple: 24,
    minimum: 48,
    colour: '#2f6b5a',
    specs: [
      ['五孔 10A', '五', 6.9],
      ['三孔 16A', '三', 7.8],
      ['五孔带开关', '五', 11.5],
      ['五孔 USB', 'U', 32],
      ['四孔 10A', '四', 8.4],
      ['电视', 'TV', 13.8],
      ['网络 六类', '网', 24],
      ['地面五孔', '地', 68],
    ].map(rated('墙壁插座', 'Wall socket')),
  },
  {
    code: 'switch',
    letters: 'KG',
    name: { zh: '开关', en: 'Switch' },
    unit: ITEM,
    unitsPerCase: 120,
    multiple: 24,
    minimum: 24,
    colour: '#3d5a2a',
    specs: [
      ['单开单控', '单', 5.2],
      ['单开双控', '单', 5.9],
      ['双开单控', '双', 7.6],
      ['双开双控', '双', 8.8],
      ['三开单控', '三', 10.5],
      ['四开双控', '四', 15.2],
      ['调光', '调', 36],
      ['人体感应', '感', 45],
    ].map(rated('墙壁开关', 'Wall switch')),
  },
  {
    code: 'cable',
    letters: 'DX',
    name: { zh: '电力电缆', en: 'Power cable' },
    unit: METRE,
    unitsPerCase: 500,
    multiple: 50,
    minimum: 100,
    colour: '#33373d',
    specs: [
      ['YJV 3×2.5', '2.5', 8.4],
      ['YJV 3×4', '4', 12.6],
      ['YJV 3×6', '6', 18.2],
      ['YJV 4×10', '10', 38],
      ['YJV 4×16', '16', 58],
      ['YJV 5×10', '10', 47],
      ['YJV 5×16', '16', 71],
      ['YJV 4×25', '25', 89],
    ].map(rated('铜芯电缆', 'Copper cable')),
  },
  {
    code: 'wire',
    letters: 'BV',
    name: { zh: '电线', en: 'Wire' },
    unit: ROLL,
    unitsPerCase: 8,
    multiple: 1,
    minimum: 2,
    colour: '#8c2f2c',
    specs: [
      ['BV 1.5 红', '1.5', 128],
      ['BV 1.5 蓝', '1.5', 128],
      ['BV 2.5 红', '2.5', 205],
      ['BV 2.5 双色', '2.5', 208],
      ['BV 4 红', '4', 326],
      ['BV 4 蓝', '4', 326],
      ['BV 6 红', '6', 485],
      ['BVR 10 黑', '10', 828],
    ].map(rated('单芯线', 'Single-core wire')),
  },
  {
    code: 'lamp',
    letters: 'LD',
    name: { zh: 'LED 灯', en: 'LED lamp' },
    unit: PIECE,
    unitsPerCase: 60,
    multiple: 10,
    minimum: 30,
    colour: '#8a5a12',
    specs: [
      ['5W 球泡', '5W', 4.6],
      ['9W 球泡', '9W', 6.2],
      ['15W 球泡', '15', 9.8],
      ['7W 筒灯', '7W', 12.5],
      ['18W 灯管', '18', 14.2],
      ['24W 吸顶', '24', 39],
      ['36W 面板', '36', 62],
      ['50W 投光', '50', 78],
    ].map(rated('LED 灯', 'LED lamp')),
  },
  {
    code: 'enclosure',
    letters: 'PD',
    name: { zh: '配电箱', en: 'Distribution box' },
    unit: ITEM,
    unitsPerCase: 6,
    multiple: 1,
    minimum: 1,
    colour: '#4c5560',
    specs: [
      ['8 回路', '8', 36],
      ['10 回路', '10', 42],
      ['12 回路', '12', 48],
      ['16 回路', '16', 59],
      ['18 回路', '18', 66],
      ['20 回路', '20', 74],
      ['24 回路', '24', 92],
      ['36 回路', '36', 148],
    ].map(rated('暗装配电箱', 'Flush distribution box')),
  },
  {
    code: 'conduit',
    letters: 'XG',
    name: { zh: '线管', en: 'Conduit' },
    unit: CASE,
    unitsPerCase: 1,
    multiple: 1,
    minimum: 5,
    colour: '#2b5f86',
    specs: [
      ['PVC 16', '16', 96],
      ['PVC 20', '20', 118],
      ['PVC 25', '25', 152],
      ['PVC 32', '32', 198],
      ['PVC 40', '40', 246],
      ['PVC 50', '50', 312],
      ['阻燃 20', '20', 138],
      ['阻燃 25', '25', 176],
    ].map(rated('电工线管', 'Electrical conduit')),
  },
]

function rated(zh: string, en: string): (row: (string | number)[]) => TradedSpec {
  return ([rating, glyph, yuan]) => ({
    zh: `${zh} ${rating}`,
    en: `${en} ${inEnglish(String(rating))}`,
    glyph: String(glyph),
    yuan: Number(yuan),
    colour: SAID_COLOURS.find(([word]) => String(rating).includes(word))?.[1],
  })
}

function inEnglish(rating: string): string {
  return ENGLISH_WORDS.reduce((text, [zh, en]) => text.replace(zh, en), rating)
}
