import type { StaffFilter, StaffMember } from '#shared/identity'

type Standing = Pick<StaffMember, 'grants' | 'isDisabled'>
type Called = Partial<Pick<StaffMember, 'name' | 'phone' | 'mail'>>

/** Whether a member of staff stands as the list is narrowed to. */
export function standsAsAsked({ grants, isDisabled }: Standing, { role, state }: StaffFilter): boolean {
  if (role !== undefined && !grants.some((grant) => grant.role === role)) return false
  return state === undefined || (state === 'disabled') === isDisabled
}

/** Whether a person is called, sounds or is reached like a text; of a number the digits count. */
export function isCalled(
  { name = '', phone = '', mail = '' }: Called,
  pinyin: string,
  text: string,
): boolean {
  const asked = plain(text.trim())
  const digits = asked.replaceAll(/[\s+-]/g, '')
  const isNumber = /^\d+$/.test(digits)
  const words = [name, mail, ...pinyin.split(' ')]
  return words.some((word) => plain(word).includes(asked)) || (isNumber && phone.includes(digits))
}

/** Whether a text may be meant as a sound. */
export function maySound(text: string): boolean {
  return /^[a-z\s]+$/i.test(text.trim())
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
