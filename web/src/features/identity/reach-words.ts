import { phoneWords } from '#shared/phone-words'

/** How a person is reached, in one line; a Chinese mobile number in groups, as people say it.
 * @example reachWords({ phone: '+8619900000256' }) // '199 0000 0256' */
export function reachWords({
  phone,
  mail,
}: {
  phone?: string | undefined
  mail?: string | undefined
}): string {
  const said = phone && phoneWords(phone)
  return [said, mail].filter(Boolean).join(' · ')
}
