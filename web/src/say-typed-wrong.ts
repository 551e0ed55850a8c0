import { typedWrongTexts as texts } from '#shared/texts/typed-wrong'
import { pageLanguage } from './page-language.ts'
import { say } from './say.ts'
import { sentenceFor } from './typed-wrong.ts'

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const notes = new Map<Field, HTMLElement>()
const summaries = new Map<HTMLFormElement, HTMLElement>()
let told = 0

/** Says at each field that the browser would not send what is wrong with it, says all of it above where it is more than
 * one, and goes to the first. What is mended is no longer said. */
export function sayTypedWrong(refused: readonly EventTarget[]): void {
  const fields = oneOfEachGroup(refused.filter(isField))
  for (const field of fields) noteAt(field)
  const [first] = fields
  if (!first) return
  if (first.form) sumUp(first.form, fields)
  for (let fold = first.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true
  first.focus()
}

function isField(target: EventTarget): target is Field {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement
  )
}

function oneOfEachGroup(fields: readonly Field[]): Field[] {
  return fields.filter(
    ({ type, name }, at) =>
      type !== 'radio' || fields.findIndex((other) => other.type === type && other.name === name) === at,
  )
}

function noteAt(field: Field): void {
  forget(field)
  const note = document.createElement('span')
  told += 1
  note.id = `typed-wrong-${told}`
  note.className = 'is-refused'
  note.textContent = sentenceFor(field, pageLanguage())
  // Within a label it would become part of the field's name; as its description it is read all the same.
  note.ariaHidden = 'true'
  const place = field.closest('.field, label, fieldset') ?? field.parentElement
  place?.append(note)
  field.setAttribute('aria-invalid', 'true')
  field.setAttribute(
    'aria-describedby',
    [field.getAttribute('aria-describedby'), note.id].filter(Boolean).join(' '),
  )
  notes.set(field, note)
}

function forget(field: Field): void {
  const note = notes.get(field)
  if (!note) return
  const described = field.getAttribute('aria-describedby')?.split(' ') ?? []
  const others = described.filter((id) => id !== note.id)
  if (others.length > 0) field.setAttribute('aria-describedby', others.join(' '))
  else field.removeAttribute('aria-describedby')
  field.removeAttribute('aria-invalid')
  note.remove()
  notes.delete(field)
}

function sumUp(form: HTMLFormElement, fields: readonly Field[]): void {
  summaries.get(form)?.remove()
  summaries.delete(form)
  if (fields.length < 2) return
  const box = document.createElement('div')
  box.className = 'notice bad'
  box.setAttribute('role', 'alert')
  list(box, fields)
  const title = form.querySelector(':scope > h2')
  if (title) title.after(box)
  else form.prepend(box)
  summaries.set(form, box)
}

function list(box: HTMLElement, fields: readonly Field[]): void {
  const language = pageLanguage()
  const head = document.createElement('p')
  head.className = 'font-semibold'
  head.textContent = say(texts.summary, language, { count: fields.length })
  const items = fields.map((field) => {
    const item = document.createElement('li')
    const parts = [nameOf(field), notes.get(field)?.textContent]
    item.textContent = parts.filter(Boolean).join(language === 'zh' ? '：' : ': ')
    return item
  })
  const all = document.createElement('ul')
  all.append(...items)
  box.replaceChildren(head, all)
}

/** What a field is called: its own name, else what its label says before the field. */
function nameOf(field: Field): string {
  const label = field.labels?.[0]
  const said = label?.querySelector(':scope > span')?.textContent ?? label?.textContent
  return (field.getAttribute('aria-label') ?? said ?? '').trim()
}

function lookAgain(): void {
  for (const field of notes.keys()) if (!field.isConnected || field.validity.valid) forget(field)
  for (const [form, box] of summaries) {
    const left = [...notes.keys()].filter((field) => field.form === form)
    if (left.length > 0 && box.isConnected) {
      if (left.length < box.querySelectorAll('li').length) list(box, left)
      continue
    }
    box.remove()
    summaries.delete(form)
  }
}

/** A dialog that was closed begins anew. */
function leave({ target }: Event): void {
  for (const field of notes.keys()) if (target instanceof Node && target.contains(field)) forget(field)
  lookAgain()
}

for (const mended of ['input', 'change']) document.addEventListener(mended, lookAgain)
for (const left of ['close', 'reset']) document.addEventListener(left, leave, true)
