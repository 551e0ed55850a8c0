// Gives Chinese people, places and shops an English name.
import { pinyin } from 'pinyin-pro'

const PEOPLES: Record<string, string> = {
  彝族: 'Yi',
  回族: 'Hui',
  苗族: 'Miao',
  傣族: 'Dai',
  哈尼族: 'Hani',
  白族: 'Bai',
  纳西族: 'Naxi',
  拉祜族: 'Lahu',
  佤族: 'Va',
  布朗族: 'Blang',
  壮族: 'Zhuang',
  瑶族: 'Yao',
  独龙族: 'Derung',
  怒族: 'Nu',
  普米族: 'Pumi',
  傈僳族: 'Lisu',
  藏族: 'Tibetan',
  景颇族: 'Jingpo',
  畲族: 'She',
  土家族: 'Tujia',
  侗族: 'Dong',
  蒙古族: 'Mongol',
  满族: 'Manchu',
  羌族: 'Qiang',
  黎族: 'Li',
  布依族: 'Bouyei',
  水族: 'Sui',
  仡佬族: 'Gelao',
  朝鲜族: 'Korean',
}

// Names that are not written in pinyin.
const KNOWN: Record<string, string> = {
  香格里拉: 'Shangri-La',
  西藏: 'Tibet',
  内蒙古: 'Inner Mongolia',
  陕西: 'Shaanxi',
}

const PLACE_ENDINGS: [string, string][] = [
  ['自治州', 'Autonomous Prefecture'],
  ['自治县', 'Autonomous County'],
  ['自治区', 'Autonomous Region'],
  ['地区', 'Prefecture'],
  ['林区', 'Forestry District'],
  ['省', 'Province'],
  ['市', 'City'],
  ['区', 'District'],
  ['县', 'County'],
]

/** Pinyin as one word: `永安` → `Yong'an`. */
export function inPinyin(zh: string): string {
  const syllables = syllablesOf(zh)
  const word = syllables.map((one, at) => (at > 0 && /^[aoe]/.test(one) ? `'${one}` : one)).join('')
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** `陈秀英` → `Chen Xiuying`. */
export function personInEnglish(surname: string, given: string): string {
  const family = syllablesOf(surname, 'head').join('')
  return `${family.charAt(0).toUpperCase()}${family.slice(1)} ${inPinyin(given)}`
}

/** `石林彝族自治县` → `Shilin Yi Autonomous County`. */
export function placeInEnglish(zh: string): string {
  const ending = PLACE_ENDINGS.find(([suffix]) => zh.endsWith(suffix) && zh.length > suffix.length)
  if (!ending) return inPinyin(zh)
  const [suffix, english] = ending
  const peoples: string[] = []
  let stem = zh.slice(0, -suffix.length)
  for (let people = lastPeopleIn(stem); people; people = lastPeopleIn(stem)) {
    peoples.unshift(people[1])
    stem = stem.slice(0, -people[0].length)
  }
  const adjective =
    peoples.length > 1 ? `${peoples.slice(0, -1).join(', ')} and ${peoples.at(-1)}` : peoples.join('')
  return [KNOWN[stem] ?? inPinyin(stem), adjective, english].filter(Boolean).join(' ')
}

// Passports write ü as yu.
function syllablesOf(zh: string, surname: 'off' | 'head' = 'off'): string[] {
  return pinyin(zh, { toneType: 'none', type: 'array', v: true, surname }).map((one) =>
    one.replace('v', 'yu'),
  )
}

function lastPeopleIn(stem: string): [string, string] | undefined {
  return Object.entries(PEOPLES).find(([people]) => stem.endsWith(people) && stem.length > people.length)
}
