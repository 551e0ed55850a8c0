import { useEffect, useState } from 'react'
import { ApiProblem } from '../../api.ts'
import { keep, readKept } from '../../kept.ts'
import { type Clash, isSame, mergeDrafts } from './merge-drafts.ts'

/** A record as a form changes it: its fields, and the version they were read at. */
export type Versioned<Fields> = { fields: Fields; version: number }

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
  const [base, setBase] = useState(record)
  const [draft, setDraft] = useState(() => keptDraft(name, record))
  const [state, setState] = useState<'idle' | 'saving' | 'saved' | 'merged'>('idle')
  const [clashes, setClashes] = useState<readonly Clash<Fields>[]>([])
  const [error, setError] = useState<unknown>()
  const fields = draft?.fields ?? base.fields
  const isChanged = draft !== undefined && !isSame(draft.fields, base.fields)
  useEffect(() => {
    keep(`form ${name}`, isChanged ? JSON.stringify({ fields, version: base.version }) : undefined)
  }, [name, fields, isChanged, base.version])

  useEffect(() => {
    // Someone else's change that arrives before anything was typed is simply what is there now.
    if (record.version > base.version && !isChanged) setBase(record)
  }, [record, base.version, isChanged])

  const startAgain = (from: Versioned<Fields>) => {
    setBase(from)
    setDraft(undefined)
    setClashes([])
    setError(undefined)
  }
  const mergeWith = (theirs: Versioned<Fields>) => {
    const { merged, clashes: found } = mergeDrafts(base.fields, fields, theirs.fields)
    setBase(theirs)
    setDraft({ fields: merged, isRestored: false })
    setClashes(found)
    setState('merged')
  }
  const send = async () => {
    setState('saving')
    setError(undefined)
    try {
      startAgain(await save(fields, base.version))
      setState('saved')
      onSaved?.()
    } catch (problem) {
      setState('idle')
      if (problem instanceof ApiProblem && problem.status === 412) mergeWith(await reread())
      else setError(problem)
    }
  }
  return {
    fields,
    set: (changes) => {
      setState('idle')
      setDraft({ fields: { ...fields, ...changes }, isRestored: false })
    },
    isChanged,
    isSaving: state === 'saving',
    isSaved: state === 'saved' && !isChanged,
    isRestored: draft?.isRestored === true && isChanged,
    isMerged: state === 'merged',
    clashes,
    settle: (field, value) => {
      setDraft({ fields: { ...fields, [field]: value }, isRestored: false })
      setClashes(clashes.filter((clash) => clash.field !== field))
    },
    error,
    errorOf: (field) =>
      error instanceof ApiProblem ? error.entries.find(({ path }) => path === field)?.message : undefined,
    save: () => send().catch(setError),
    discard: () => {
      startAgain(base)
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
    return draft.version === record.version ? { fields: draft.fields, isRestored: true } : undefined
  } catch {
    return undefined
  }
}
