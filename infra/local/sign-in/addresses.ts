// Phone numbers and mail addresses as people type them, brought to the one form that is stored.

/** E.164, or undefined. Chinese mobile numbers do with or without +86, others need their +. */
export function normalPhone(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .replaceAll(/[\s().-]/g, '')
    .replace(/^00/, '+')
  const chinese = /^(?:\+?86)?(1[3-9]\d{9})$/.exec(plain)
  if (chinese) return `+86${chinese[1]}`
  return /^\+(?!86)[1-9]\d{6,14}$/.test(plain) ? plain : undefined
}

/** Lower case without spaces around, or undefined. */
export function normalEmail(typed: string): string | undefined {
  const plain = typed.normalize('NFKC').trim().toLowerCase()
  return plain.length <= 254 && /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;]+$/.test(plain) ? plain : undefined
}

/** The address with its middle hidden, for "sent to …". */
export function maskedAddress(address: string): string {
  const [name = '', domain] = address.split('@')
  if (domain) return `${name.slice(0, 2)}…@${domain}`
  const national = address.replace(/^\+86/, '')
  return `${national.slice(0, 3)}****${national.slice(-4)}`
}
