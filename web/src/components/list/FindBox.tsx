import { useEffect, useRef, useState } from 'react'
import { listTexts as texts } from '#shared/texts/lists'
import { useSay } from '../language-context.ts'

/** How long typing rests before a list is asked again. */
const REST_MILLISECONDS = 150

type FindBoxProps = {
  label?: string
  hint?: string
  value: string
  onChange: (text: string) => void
  /** One of several on a page: the key `/` goes elsewhere. */
  isShy?: boolean
}

/** Finds in a list as one types; `/` anywhere on the page goes there. */
export function FindBox({ label, hint, value, onChange, isShy = false }: FindBoxProps) {
  const { t } = useSay()
  const box = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  useEffect(() => {
    if (text === value) return
    const rest = setTimeout(() => onChange(text), REST_MILLISECONDS)
    return () => clearTimeout(rest)
  }, [text, value, onChange])
  useEffect(() => {
    const go = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
      if (event.key !== '/' || isTyping || isShy) return
      event.preventDefault()
      box.current?.focus()
    }
    addEventListener('keydown', go)
    return () => removeEventListener('keydown', go)
  }, [isShy])
  return (
    <label className="field find-box">
      <span>{label ?? t(texts.find)}</span>
      <input
        ref={box}
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        placeholder={hint}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </label>
  )
}
