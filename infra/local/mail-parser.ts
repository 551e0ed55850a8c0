// Reads what a person would read out of a raw mail: subject, plain text, names of attachments.
export type ParsedMail = {
  messageId: string
  from: string
  subject: string
  text: string
  attachments: string[]
}

type Part = { headers: Map<string, string>; body: string }

/** Parses a raw mail (RFC 5322 with MIME), given as its bytes. */
export function parseMail(raw: Buffer): ParsedMail {
  const root = splitPart(raw.toString('latin1'))
  const leaves = leavesOf(root)
  const plain = leaves.find((part) => isInline(part) && typeOf(part).startsWith('text/plain'))
  const html = leaves.find((part) => isInline(part) && typeOf(part).startsWith('text/html'))
  return {
    messageId: root.headers.get('message-id') ?? '',
    from: decodeWords(root.headers.get('from') ?? ''),
    subject: decodeWords(root.headers.get('subject') ?? ''),
    text: plain ? textOf(plain).replaceAll('\r\n', '\n').trim() : html ? withoutTags(textOf(html)) : '',
    attachments: leaves.filter((part) => !isInline(part)).map(nameOf),
  }
}

function splitPart(raw: string): Part {
  const at = /\r?\n\r?\n/.exec(raw)
  const head = at ? raw.slice(0, at.index) : raw
  const headers = new Map<string, string>()
  for (const line of head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([^:\s]+):\s*(.*)$/.exec(line) ?? []
    if (name && value !== undefined && !headers.has(name.toLowerCase()))
      headers.set(name.toLowerCase(), value)
  }
  return { headers, body: at ? raw.slice(at.index + at[0].length) : '' }
}

function leavesOf(part: Part): Part[] {
  const boundary = parameterOf(part.headers.get('content-type'), 'boundary')
  if (!boundary || !typeOf(part).startsWith('multipart/')) return [part]
  const pieces = `\r\n${part.body}`.split(`\n--${boundary}`).slice(1)
  return pieces
    .filter((piece) => !piece.startsWith('--'))
    .flatMap((piece) => leavesOf(splitPart(piece.replace(/^[ \t]*\r?\n/, ''))))
}

function typeOf(part: Part): string {
  return (part.headers.get('content-type') ?? 'text/plain').toLowerCase()
}

function isInline(part: Part): boolean {
  return !(part.headers.get('content-disposition') ?? '').toLowerCase().startsWith('attachment')
}

function nameOf(part: Part): string {
  const name =
    parameterOf(part.headers.get('content-disposition'), 'filename') ??
    parameterOf(part.headers.get('content-type'), 'name')
  return decodeWords(name ?? '?')
}

function parameterOf(header: string | undefined, name: string): string | undefined {
  const [, quoted, plain] = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(header ?? '') ?? []
  return quoted ?? plain
}

function textOf(part: Part): string {
  const encoding = (part.headers.get('content-transfer-encoding') ?? '').toLowerCase()
  return decoded(bytesOf(part.body, encoding), parameterOf(part.headers.get('content-type'), 'charset'))
}

function bytesOf(body: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding === 'quoted-printable') return fromQuotedPrintable(body.replaceAll(/=\r?\n/g, ''))
  return Buffer.from(body, 'latin1')
}

function fromQuotedPrintable(text: string): Buffer {
  const plain = text.replaceAll(/=([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(plain, 'latin1')
}

function decoded(bytes: Buffer, charset = 'utf-8'): string {
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return bytes.toString('utf8')
  }
}

// RFC 2047 encoded words; white space between two of them falls away.
function decodeWords(header: string): string {
  const joined = header.replaceAll(/(\?=)\s+(?==\?)/g, '$1')
  return joined.replaceAll(
    /=\?([^?]+)\?([bq])\?([^?]*)\?=/gi,
    (_, charset: string, kind: string, content: string) => {
      const isBase64 = kind.toLowerCase() === 'b'
      const bytes = isBase64
        ? Buffer.from(content, 'base64')
        : fromQuotedPrintable(content.replaceAll('_', ' '))
      return decoded(bytes, charset)
    },
  )
}

function withoutTags(html: string): string {
  const plain = html
    .replaceAll(/<(style|script)[\s\S]*?<\/\1>/gi, '')
    .replaceAll(/<(br|\/p|\/div|\/tr|\/li|\/h\d)\b[^>]*>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', nbsp: ' ', amp: '&', '#39': "'" }
  return plain.replaceAll(/&(#?\w+);/g, (whole, name: string) => signs[name] ?? whole).trim()
}
