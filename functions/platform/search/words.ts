// How texts are cut into the words that a search compares: Chinese by its words and letters, sounds by syllables.
const chinese = new Intl.Segmenter('zh', { granularity: 'word' })

/** One way to write a text: full width as half width, without capitals.
 * @example plainText('ＡＢＣ１２') // 'abc12' */
export function plainText(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** The words of a name: what the segmenter finds, and each Chinese letter, so that any beginning is found. */
export function wordsOfName(text: string): string[] {
  const words = segmented(text)
  const letters = words.filter(isChinese).flatMap((word) => [...word])
  return [...new Set([...words, ...letters])]
}

/** How many syllables one may write out from within a name; from its beginning all. */
const MOST_SYLLABLES_WITHIN = 3

/** The beginnings by which a reading is found: full pinyin and initials from each syllable on.
 * @example wordsOfReading('fu lai') // ['fulai', 'fl', 'lai', 'l'] */
export function wordsOfReading(reading: string): string[] {
  const syllables = reading.split(' ').filter(Boolean)
  return syllables.flatMap((_, at) => {
    const rest = syllables.slice(at)
    const sounded = at === 0 ? rest : rest.slice(0, MOST_SYLLABLES_WITHIN)
    return [sounded.join(''), rest.map((syllable) => syllable[0]).join('')]
  })
}

/** How a code or number is found from its beginning, with its marks and without.
 * @example wordsOfCode('D-17') // ['d17', 'd', '17'] */
export function wordsOfCode(code: string): string[] {
  return [...new Set([plainText(code).replace(/[^\p{L}\p{N}]/gu, ''), ...segmented(code)])]
}

/** The words somebody types: all of them must be found, the last one may still be growing. */
export function wordsTyped(text: string): string[] {
  return segmented(text)
}

/** The same with Chinese letter by letter, for words that the segmenter cuts elsewhere in a whole name. */
export function lettersTyped(text: string): string[] {
  return segmented(text).flatMap((word) => (isChinese(word) ? [...word] : [word]))
}

// The segmenter is slow and only Chinese needs it.
function segmented(text: string): string[] {
  const plain = plainText(text)
  if (!isChinese(plain)) return plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return [...chinese.segment(plain)].flatMap(({ segment, isWordLike }) =>
    isWordLike || /[\p{L}\p{N}]/u.test(segment) ? [segment] : [],
  )
}

function isChinese(word: string): boolean {
  return /\p{Script=Han}/u.test(word)
}

/** Before digits that are compared from the end of a number; nobody types it. */
const FROM_THE_END = '<'
/** So many last digits tell numbers apart. */
const LEAST_LAST_DIGITS = 4

/** How a telephone number is found: from its beginning, and by its last digits.
 * @example wordsOfPhone('0871-66') // ['087166', '0871', '66', '<661780'] */
export function wordsOfPhone(phone: string): string[] {
  return [...wordsOfCode(phone), fromTheEnd(phone)]
}

/** The word by which numbers are found that end in what was typed; undefined unless it is four digits or more. */
export function lastDigitsTyped(text: string): string | undefined {
  const typed = plainText(text).trim()
  return new RegExp(`^\\d{${LEAST_LAST_DIGITS},}$`).test(typed) ? fromTheEnd(typed) : undefined
}

function fromTheEnd(digits: string): string {
  return FROM_THE_END + [...digits.replace(/\D/g, '')].toReversed().join('')
}
