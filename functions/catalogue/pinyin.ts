/** Full pinyin and initials of a Chinese name, without tones. */
// The dictionary is large, and only saving a product needs it.
export async function pinyinOf(text: string): Promise<string> {
  const { pinyin } = await import('pinyin-pro')
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
  const plain = syllables
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
  const initials = pinyin(text, { pattern: 'first', toneType: 'none', nonZh: 'removed' }).replace(/\s/g, '')
  return `${plain} ${initials}`
}
