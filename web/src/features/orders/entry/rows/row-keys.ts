import type { KeyboardEvent } from 'react'

/** Focuses the quantity field of a product and brings it into view. */
export function focusQuantity(productId: string): boolean {
  const field = document.getElementById(`q-${productId}`)
  field?.focus()
  field?.scrollIntoView({ block: 'center' })
  return field !== null
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
