/** How a person is reached, in one line; a Chinese mobile number in groups, as people say it.
 * @example reachWords({ phone: '+8619900000256' }) // '199 0000 0256' */
export function reachWords({
  phone,
  mail,
}: {
  phone?: string | undefined
  mail?: string | undefined
}): string {
  const said = phone?.replace(/^\+86(1\d{2})(\d{4})(\d{4})$/, '$1 $2 $3')
  return [said, mail].filter(Boolean).join(' · ')
}
