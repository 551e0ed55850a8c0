/** The name and addresses of an invitation form; a bare mainland number gets its country code. */
export function contactOfForm(form: FormData): { name: string; phone?: string; mail?: string } {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const phone = text('phone').replaceAll(/[\s()-]/g, '')
  return {
    name: text('name'),
    phone: phone === '' ? undefined : phone.startsWith('+') ? phone : `+86${phone}`,
    mail: text('mail') || undefined,
  }
}
