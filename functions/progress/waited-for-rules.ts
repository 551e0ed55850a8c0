import type { ShopWaitedFor, WaitedForFilter } from '#shared/progress'

/** Whether a shop that a cycle waits for is what the list was narrowed to. */
export function isWaitedForAs(
  { name, code, number, hasStandingDraft, reminded: reminder }: ShopWaitedFor,
  pinyin: string,
  { text, standing, reminded }: WaitedForFilter,
): boolean {
  if (reminded !== undefined && (reminded === 'yes') !== (reminder !== undefined)) return false
  if (standing !== undefined && (standing === 'yes') !== hasStandingDraft) return false
  if (!text) return true
  const asked = plain(text)
  const words = [name.zh, name.en, code, String(number), ...pinyin.split(' ')]
  return words.some((word) => plain(word).includes(asked))
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
