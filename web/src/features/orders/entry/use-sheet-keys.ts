import { type KeyboardEvent, type RefObject, useEffect } from 'react'

/** Focuses the quantity field of a product and brings it into view. */
export function focusQuantity(productId: string): boolean {
  const field = document.getElementById(`q-${productId}`)
  field?.focus()
  field?.scrollIntoView({ block: 'center' })
  return field !== null
}

/** `/` finds from anywhere, Ctrl+Enter submits. */
export function useSheetKeys(search: RefObject<HTMLInputElement | null>, onSubmit: () => void): void {
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
}

/** True in a field for words, where `/` is one of them. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input, textarea, select') &&
    target.dataset.quantity === undefined
  )
}

/** Enter and ↓ lead to the next row, ↑ to the one before; from the last row Enter leads back to finding. */
export function moveByKey(event: KeyboardEvent<HTMLElement>): void {
  const { target } = event
  if (event.ctrlKey || event.metaKey || !(target instanceof HTMLInputElement)) return
  if (target.dataset.quantity === undefined) return
  const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const row = target.closest('li')
  const next = step > 0 ? row?.nextElementSibling : row?.previousElementSibling
  next?.querySelector<HTMLInputElement>('input[data-quantity]')?.focus()
  if (next || event.key !== 'Enter') return
  const search = document.querySelector<HTMLInputElement>('.sheet-find input')
  search?.focus()
  search?.select()
}
