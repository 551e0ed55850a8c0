import { useState } from 'react'
import { newKey } from '../../api.ts'
import { keep, readKept } from '../../kept.ts'

type Draft<Fields> = { fields: Fields; key: string }

/** What a person fills in to send once: it outlives a reload of the page, and `key` makes the sending happen once
 * however often it is tried with the same content. */
export function useKeptDraft<Fields extends object>(name: string, start: Fields) {
  const place = `draft ${name}`
  const [restored] = useState(() => keptDraft<Fields>(place))
  const [draft, setDraft] = useState(() => restored ?? { fields: start, key: newKey() })
  return {
    ...draft,
    isRestored: restored !== undefined && restored.key === draft.key,
    set: (changes: Partial<Fields>) => {
      const next = { fields: { ...draft.fields, ...changes }, key: newKey() }
      setDraft(next)
      keep(place, JSON.stringify(next))
    },
    forget: () => {
      keep(place, undefined)
      setDraft({ fields: start, key: newKey() })
    },
  }
}

function keptDraft<Fields>(place: string): Draft<Fields> | undefined {
  try {
    const draft: Draft<Fields> | undefined = JSON.parse(readKept(place) ?? 'null') ?? undefined
    return draft
  } catch {
    return undefined
  }
}
