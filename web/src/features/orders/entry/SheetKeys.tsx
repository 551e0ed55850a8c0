import { type RefObject, useEffect } from 'react'

type SheetKeysProps = { search: RefObject<HTMLInputElement | null>; onSubmit: () => void }

/** `/` finds from anywhere, Ctrl+Enter submits. */
export function SheetKeys({ search, onSubmit }: SheetKeysProps) {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        onSubmit()
      }
      if (
        event.key === '/' &&
        document.activeElement !== search.current &&
        !isWriting(event.target) &&
        !document.querySelector('dialog[open]')
      ) {
        event.preventDefault()
        search.current?.focus()
        search.current?.select()
      }
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [search, onSubmit])
  return null
}

/** True in a field for words, where `/` is one of them. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input, textarea, select') &&
    target.dataset.quantity === undefined
  )
}
