import { useEffect, useState } from 'react'
import { ApiProblem } from '../../api.ts'
import { keep, readKept } from '../../kept.ts'
import type { Clash } from './merge-drafts.ts'
import {
  afterChoice,
  afterOthers,
  afterSave,
  afterTyping,
  hasChanges,
  type RecordDraft,
  shownFields,
  type Versioned,
} from './record-draft.ts'

export type { Versioned } from './record-draft.ts'

type Ways<Fields> = {
  /** Under which an unsaved draft waits in this browser. */
  name: string
  record: Versioned<Fields>
  /** Saves what was made from `version`; refused with 412 when someone else has saved since. */
  save: (fields: Fields, version: number) => Promise<Versioned<Fields>>
  /** Reads the record anew, after someone else has saved. */
  reread: () => Promise<Versioned<Fields>>
  onSaved?: () => void
}

export type RecordForm<Fields> = {
  fields: Fields
  set: (changes: Partial<Fields>) => void
  isChanged: boolean
  isSaving: boolean
  isSaved: boolean
  isRestored: boolean
  isMerged: boolean
  clashes: readonly Clash<Fields>[]
  settle: (field: keyof Fields & string, value: unknown) => void
  error: unknown
  /** The sentence at a field, from the server's refusal. */
  errorOf: (field: string) => string | undefined
  save: () => Promise<void>
  discard: () => void
}

/** Edits a record so that nothing is lost: a draft outlives the page, and what someone else saved meanwhile is
 * merged, never overwritten; where both changed one field, a person chooses. */
export function useRecordForm<Fields extends object>({
  name,
  record,
  save,
  reread,
  onSaved,
}: Ways<Fields>): RecordForm<Fields> {
  const [restored, setRestored] = useState(() => keptDraft(name, record))
  const [now, setNow] = useState<RecordDraft<Fields>>({ base: record, draft: restored, clashes: [] })
  const [state, setState] = useState<'idle' | 'saving' | 'saved' | 'merged'>('idle')
  const [error, setError] = useState<unknown>()
  const { base, clashes } = now
  const fields = shownFields(now)
  const isChanged = hasChanges(now)
  const isSaving = state === 'saving'
  useEffect(() => {
    keep(`form ${name}`, isChanged ? JSON.stringify({ fields, version: base.version }) : undefined)
  }, [name, fields, isChanged, base.version])

  useEffect(() => {
    // Someone else's change that arrives before anything was typed is simply what is there now.
    if (record.version > base.version && !isChanged) setNow({ base: record, clashes: [] })
  }, [record, base.version, isChanged])

  const change = (changes: Partial<Fields>) => {
    setRestored(undefined)
    setNow((last) => afterTyping(last, changes))
  }
  const send = async () => {
    setState('saving')
    setError(undefined)
    try {
      const saved = await save(fields, base.version)
      setNow((last) => afterSave(last, fields, saved))
      setRestored(undefined)
      setState('saved')
      onSaved?.()
    } catch (problem) {
      if (!(problem instanceof ApiProblem && problem.status === 412)) throw problem
      const theirs = await reread()
      setNow((last) => afterOthers(last, theirs))
      setRestored(undefined)
      setState('merged')
    }
  }
  return {
    fields,
    set: (changes) => {
      if (!isSaving) setState('idle')
      change(changes)
    },
    isChanged,
    isSaving,
    isSaved: state === 'saved' && !isChanged,
    isRestored: restored !== undefined && isChanged,
    isMerged: state === 'merged' || clashes.length > 0,
    clashes,
    settle: (field, value) => setNow((last) => afterChoice(last, field, value)),
    error,
    errorOf: (field) =>
      error instanceof ApiProblem ? error.entries.find(({ path }) => path === field)?.message : undefined,
    save: async () => {
      if (isSaving) return
      await send().catch((problem: unknown) => {
        setState('idle')
        setError(problem)
      })
    },
    discard: () => {
      setNow({ base, clashes: [] })
      setRestored(undefined)
      setError(undefined)
      setState('idle')
    },
  }
}

/** What was left unsaved in this browser, when it was made from the version that still stands. */
function keptDraft<Fields>(name: string, record: Versioned<Fields>) {
  const kept = readKept(`form ${name}`)
  if (kept === undefined) return undefined
  try {
    const draft: Versioned<Fields> = JSON.parse(kept)
    return draft.version === record.version ? draft.fields : undefined
  } catch {
    return undefined
  }
}
