/** What this browser remembers; a browser that keeps nothing is no error. */
export function readKept(name: string): string | undefined {
  try {
    return localStorage.getItem(`dianlian.${name}`) ?? undefined
  } catch {
    return undefined
  }
}

/** Remembers a text in this browser, or forgets it when undefined; false when the browser keeps nothing. */
export function keep(name: string, value: string | undefined): boolean {
  try {
    if (value === undefined) localStorage.removeItem(`dianlian.${name}`)
    else localStorage.setItem(`dianlian.${name}`, value)
    return true
  } catch {
    return false
  }
}
