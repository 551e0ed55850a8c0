const greetings = [
  '老板娘?(?:好|们)?|你好|您好|早上好|上午好|下午好|晚上好|早|在吗|亲|各位',
  '谢谢(?:您|你|老板|啦|了)?|多谢|感谢|麻烦(?:您|你)?了?|辛苦(?:您|你)?(?:了|啦)?|拜托了?|好的?|收到|嗯+|就这些|先这些|就这样|没了',
  '(?:这是)?(?:今天|明天|本周|这次)?的?(?:货|订货|要货|订单|订的)?(?:如下)?|尽快(?:送|发货)?',
  'ok|okay|hi(?: there)?|hello|hey|dear \\p{L}+|good (?:morning|afternoon|evening)|(?:many )?thanks?(?: you)?(?: very much)?',
  "thx|cheers|please|pls|(?:best |kind )?regards|that(?:'s| is) all",
].join('|')
const courtesy = new RegExp(`^(?:${greetings})$`, 'iu')
const opening =
  /^(?:老板娘?|你好|您好|麻烦(?:您|你)?|帮我|给我|我要|再来|再要|还要|还有|另外|请|(?:hi|hello|please|pls|i need|i want|i'd like|we need|also|and|send|order)(?=[\s:,])|[来要拿订加](?=\s*[\d一二两三四五六七八九十]))[\s:,!~]*/iu
const closing =
  /[\s,!~.]*(?:谢谢\p{L}{0,2}|多谢|麻烦了|辛苦了|吧|啊|哈+|哦|呢|哟|(?<=[\s,!.])(?:please|pls|thanks|thank you|thx))[\s!~.]*$/iu
const total =
  /^(?:合计|总计|小计|共计|总共|一共|总数|总量|总金额|(?:grand )?totals?|sub-?total|sum)(?![a-z])|^共(?=\s*[\d零一二两三四五六七八九十百千])/iu
const day = String.raw`(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/月]\d{1,2}日?|(?:星期|周)[一二三四五六日天]|今天|昨天|前天)`
const takenBack = /^(?:不要|取消|退货?|作废|不订|cancel(?:led)?|void)了?$/i
const date = new RegExp(day, 'g')
const stamp = new RegExp(
  String.raw`^([^\d]{0,30}?)\s*(?:${day}\s*)?(?:上午|下午|晚上|凌晨|中午)?\s*\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]m)?\s*:?$`,
  'iu',
)

/** What is left of a line without greeting and thanks; empty when it is nothing else.
 * @example withoutCourtesy('老板，云岭 3条，谢谢') // '云岭 3条' */
export function withoutCourtesy(text: string): string {
  let left = text.trim()
  for (let before = ''; before !== left && !isCourtesy(left); ) {
    before = left
    left = left.replace(opening, '').replace(closing, '').trim()
  }
  return isCourtesy(left) ? '' : left
}

/** True for a cell that takes its row back. */
export function isTakenBack(cell: string): boolean {
  return takenBack.test(cell)
}

/** What follows the word for a sum, for a line that begins with one; else undefined.
 * @example summedIn('合计 36') // '36' */
export function summedIn(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim()
  return total.test(plain) ? plain.replace(total, '') : undefined
}

/** Who wrote, when a line says only who and at what time, as a copied chat has it; else undefined.
 * @example senderIn('张三 14:02') // '张三' */
export function senderIn(line: string): string | undefined {
  return stamp.exec(line.normalize('NFKC').trim())?.[1]
}

function isCourtesy(text: string): boolean {
  const bare = text
    .normalize('NFKC')
    .replace(date, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  return bare === '' || courtesy.test(bare)
}
