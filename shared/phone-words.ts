/** A phone number as people read it: a mobile of the mainland in its three groups, any other as it is.
 * @example phoneWords('+8619900000256') // '199 0000 0256' */
export function phoneWords(phone: string): string {
  return phone.replace(/^\+86(1\d{2})(\d{4})(\d{4})$/, '$1 $2 $3')
}
