import { useState } from 'react'

export type Chosen = {
  keys: ReadonlySet<string>
  toggle: (key: string) => void
  set: (keys: readonly string[]) => void
}

/** Which rows of a list are chosen; `about` names the list's filters, and another list begins with none. */
export function useChosen(about: string): Chosen {
  const [chosen, setChosen] = useState<{ about: string; keys: ReadonlySet<string> }>({
    about,
    keys: new Set(),
  })
  const keys = chosen.about === about ? chosen.keys : new Set<string>()
  return {
    keys,
    toggle: (key) => {
      const next = [...keys].filter((other) => other !== key)
      setChosen({ about, keys: new Set(next.length === keys.size ? [...next, key] : next) })
    },
    set: (next) => setChosen({ about, keys: new Set(next) }),
  }
}
