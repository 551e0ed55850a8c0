import type { Texts } from '../languages.ts'

/** Pasting a list or sending a file to order from. */
export const orderPasteTexts = {
  title: { zh: '粘贴或上传', en: 'Paste or send a file' },
  hint: {
    zh: '从 Excel 或聊天里粘贴，一行一个商品，或用逗号、顿号隔开',
    en: 'Paste from Excel or a chat: one product a line, or parted by commas',
  },
  example: {
    zh: '云岭（硬红） 3条\n松风软 x2\nYL-2031\t5',
    en: 'Yunling Hard Red 3\nSongfeng Soft x2\nYL-2031\t5',
  },
  file: {
    zh: '或选一个文件（CSV、Excel，最多 2000 行）',
    en: 'Or choose a file (CSV or Excel, up to 2,000 rows)',
  },
  reading: { zh: '正在读文件……', en: 'Reading the file…' },
  noRows: {
    zh: '“{name}”里没有可以订的行。第一行写标题，下面一行一个商品，写上编码或名称和数量。',
    en: 'There are no rows to order in “{name}”. Put a heading first, then a product a row: its code or name, and the quantity.',
  },
  fileTooLarge: {
    zh: '“{name}”超过 {most}，读不了。请只留编码和数量两列，去掉图片，另存为 CSV 再选；行数多就分成几个文件。',
    en: '“{name}” is over {most} and cannot be read. Keep the columns of code and quantity alone, without pictures, save that as CSV and choose it; split a long list.',
  },
  clear: { zh: '{count} 行认出来了', en: '{count} {count|row is|rows are} clear' },
  open: { zh: '{count} 行要看一下', en: '{count} {count|row needs|rows need} a look' },
  several: { zh: '是哪一个？', en: 'Which one?' },
  findFor: { zh: '给“{text}”找商品', en: 'Find the product for “{text}”' },
  found: { zh: '找到 {count} 个', en: '{count} found' },
  noneFound: { zh: '没有找到', en: 'None found' },
  unknown: { zh: '没认出来', en: 'Not recognised' },
  noQuantity: { zh: '要多少？', en: 'How much?' },
  wrongQuantity: { zh: '{quantity} 不行', en: '{quantity} will not do' },
  whichNumber: { zh: '哪个数是数量？', en: 'Which number is the quantity?' },
  onlyWanted: { zh: '记下想要 {wanted}', en: 'Record {wanted} as wanted' },
  wantedOnRecord: { zh: '想要 {wanted}，记下', en: '{wanted} wanted, put on record' },
  makeIt: { zh: '改为 {quantity}', en: 'Make it {quantity}' },
  surplus: {
    zh: '一张订单最多 {most} 行，这行放不下',
    en: 'An order holds at most {most} lines: no room for this one',
  },
  noneToHave: { zh: '现在订不到', en: 'None to be had now' },
  joined: { zh: '并到第 {row} 行', en: 'Added to row {row}' },
  showMore: { zh: '再看 {count} 行', en: '{count} more {count|row|rows}' },
  add: { zh: '加进去（{count} 个品规）', en: 'Add {count} {count|product|products}' },
  instead: { zh: '换掉现在填的', en: 'Replace what is entered' },
} as const satisfies Texts
