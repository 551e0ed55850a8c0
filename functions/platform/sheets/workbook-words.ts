// What the cells of a workbook refer to: shared texts, which styles are dates, and where the first sheet lies.
import { SaxesParser } from 'saxes'
import { Problem } from '#shared/problems'
import type { TakePart } from './workbook-parts.ts'

export type WorkbookWords = {
  texts: string[]
  /** By the number of a style: whether it shows a day, a moment, or neither. */
  dateStyles: Map<number, 'date' | 'moment'>
  is1904: boolean
  sheet: string
}

type Attributes = Readonly<Record<string, string>>

/** What a part of a workbook is read with: its elements and their texts, names without prefix. */
export type ReadXml = {
  open?(name: string, attributes: Attributes): void
  text?(text: string): void
  close?(name: string): void
}

const MOST_TEXT_CHARACTERS = 100_000_000

/** Feeds the bytes of an XML part to its reader; throws `imports.workbook_unreadable`. */
export function xmlReader({ open, text, close }: ReadXml): TakePart {
  const parser = new SaxesParser({ xmlns: false })
  const decoder = new TextDecoder()
  parser.on('error', () => {
    throw new Problem('imports.workbook_unreadable')
  })
  parser.on('opentag', ({ name, attributes }) => open?.(localName(name), attributes))
  parser.on('text', (found) => text?.(found))
  parser.on('cdata', (found) => text?.(found))
  parser.on('closetag', ({ name }) => close?.(localName(name)))
  return (bytes, isLast) => {
    parser.write(decoder.decode(bytes, { stream: !isLast }))
    if (isLast) parser.close()
  }
}

/** Text within `<t>`, but not within the phonetic runs beside it. */
export function textGatherer(): ReadXml & { take(): string } {
  let [gathered, isText, phonetic] = ['', false, 0]
  return {
    open: (name) => {
      if (name === 'rPh') phonetic++
      isText = name === 't' && phonetic === 0
    },
    text: (text) => {
      if (isText) gathered += text
    },
    close: (name) => {
      if (name === 'rPh') phonetic--
      isText = false
    },
    take: () => {
      const text = gathered
      gathered = ''
      return unescaped(text)
    },
  }
}

/** Shared texts in their order. */
export function readTexts(words: WorkbookWords): ReadXml {
  const gatherer = textGatherer()
  let characters = 0
  return {
    ...gatherer,
    close: (name) => {
      gatherer.close?.(name)
      if (name !== 'si') return
      const text = gatherer.take()
      characters += text.length
      if (characters > MOST_TEXT_CHARACTERS) {
        throw new Problem('imports.file_too_large', { mostMegabytes: MOST_TEXT_CHARACTERS / 1_000_000 })
      }
      words.texts.push(text)
    },
  }
}

/** Which styles show a date: those of the built-in date formats, and those whose own format has a year, day or hour. */
export function readStyles({ dateStyles }: WorkbookWords): ReadXml {
  const formats = new Map<string, string>()
  let [isCellStyles, style] = [false, 0]
  return {
    open: (name, { numFmtId = '', formatCode = '' }) => {
      if (name === 'numFmt') formats.set(numFmtId, formatCode)
      if (name === 'cellXfs') isCellStyles = true
      if (name !== 'xf' || !isCellStyles) return
      const kind = dateKindOf(Number(numFmtId), formats.get(numFmtId))
      if (kind) dateStyles.set(style, kind)
      style++
    },
    close: (name) => {
      if (name === 'cellXfs') isCellStyles = false
    },
  }
}

function dateKindOf(id: number, code: string | undefined): 'date' | 'moment' | undefined {
  if (code === undefined) {
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || (id >= 50 && id <= 58)) return 'date'
    return (id >= 18 && id <= 22) || (id >= 32 && id <= 36) || (id >= 45 && id <= 47) ? 'moment' : undefined
  }
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '')
  if (/[hs]/i.test(bare)) return 'moment'
  return /[yd]/i.test(bare) ? 'date' : undefined
}

/** Where the first sheet lies, from the workbook and its relations. */
export function readWorkbookPlan(words: WorkbookWords) {
  let relation: string | undefined
  const targets = new Map<string, string>()
  return {
    workbook: {
      open: (name: string, attributes: Attributes) => {
        if (name === 'sheet') relation ??= attributes['r:id']
        if (name === 'workbookPr') words.is1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      },
    },
    relations: {
      open: (name: string, { Id = '', Target = '' }: Attributes) => {
        if (name === 'Relationship')
          targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
      },
    },
    sheet: () => (relation === undefined ? undefined : targets.get(relation)),
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** Characters that XML cannot hold stand in a workbook as `_x000D_`. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
