/** The name and addresses of an invitation form. */
export function contactOfForm(form: FormData): { name: string; phone?: string; mail?: string } {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  return { name: text('name'), phone: withCountryCode(text('phone')), mail: text('mail') || undefined }
}

/** A phone number as it is kept: a bare mainland number gets its country code; undefined when there is none.
 * @example withCountryCode('199 0000-0256') // '+8619900000256' */
export function withCountryCode(typed: string): string | undefined {
  const phone = typed.replaceAll(/[\s()-]/g, '')
  if (phone === '') return undefined
  return phone.startsWith('+') ? phone : `+86${phone}`
}
