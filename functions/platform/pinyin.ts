// How Chinese names sound, for finding them by sound; the dictionary is large and only loaded when a name is saved.
const MOST_READINGS = 6

/** Full pinyin and initials of a text, without tones, as `fulaichaoshi flcs`. */
export async function pinyinOf(text: string): Promise<string> {
  const { pinyin } = await import('pinyin-pro')
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
  const initials = pinyin(text, { pattern: 'first', toneType: 'none', nonZh: 'removed' }).replace(/\s/g, '')
  return `${syllables.map(plain).join('')} ${initials}`
}

/** The ways a text may be read, each as its syllables; the likeliest first. A character with several sounds gives
 * further readings, at most six.
 * @example await readingsOf('长乐') // [['chang', 'le'], ['zhang', 'le'], ['chang', 'yue']] */
export async function readingsOf(text: string): Promise<string[][]> {
  const { pinyin } = await import('pinyin-pro')
  const letters = [...text].filter((letter) => /\p{Script=Han}/u.test(letter)).join('')
  if (!letters) return []
  const usual = pinyin(letters, { toneType: 'none', type: 'array' }).map(plain)
  const readings = [usual]
  for (const [at, letter] of [...letters].entries()) {
    const sounds = pinyin(letter, { toneType: 'none', type: 'array', multiple: true }).map(plain)
    for (const sound of new Set(sounds)) {
      if (sound && sound !== usual[at] && readings.length < MOST_READINGS)
        readings.push(usual.with(at, sound))
    }
  }
  return readings
}

function plain(syllable: string): string {
  return syllable
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[^a-z0-9]/g, '')
}
