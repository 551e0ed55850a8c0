import { type Clash, isSame, mergeDrafts } from './merge-drafts.ts'

/** A record as a form changes it: its fields, and the version they were read at. */
export type Versioned<Fields> = { fields: Fields; version: number }

/** A record under change: what is stored, what was typed over it, and where someone else's change collides. */
export type RecordDraft<Fields> = {
  base: Versioned<Fields>
  draft?: Fields | undefined
  clashes: readonly Clash<Fields>[]
}

/** What the form shows: what was typed, else what is stored. */
export function shownFields<Fields>({ base, draft }: RecordDraft<Fields>): Fields {
  return draft ?? base.fields
}

/** Whether what was typed differs from what is stored. */
export function hasChanges<Fields>(now: RecordDraft<Fields>): boolean {
  return !isSame(shownFields(now), now.base.fields)
}

/** After more was typed; a clash goes on being about what now stands in the field. */
export function afterTyping<Fields extends object>(
  now: RecordDraft<Fields>,
  changes: Partial<Fields>,
): RecordDraft<Fields> {
  const clashes = now.clashes.map((clash) =>
    clash.field in changes ? { ...clash, mine: changes[clash.field] } : clash,
  )
  return { ...now, draft: { ...shownFields(now), ...changes }, clashes }
}

/** After a person chose what a field that both changed shall say. */
export function afterChoice<Fields extends object>(
  now: RecordDraft<Fields>,
  field: keyof Fields & string,
  value: unknown,
): RecordDraft<Fields> {
  return {
    ...now,
    draft: { ...shownFields(now), [field]: value },
    clashes: now.clashes.filter((clash) => clash.field !== field),
  }
}

/** After `sent` was stored as `saved`: what was typed while it was under way stays. */
export function afterSave<Fields extends object>(
  now: RecordDraft<Fields>,
  sent: Fields,
  saved: Versioned<Fields>,
): RecordDraft<Fields> {
  const shown = shownFields(now)
  if (isSame(shown, sent)) return { base: saved, clashes: [] }
  return { base: saved, draft: mergeDrafts(sent, shown, saved.fields).merged, clashes: [] }
}

/** After someone else saved `theirs`: all that was typed until now over what they did; a field that both changed is
 * a clash. */
export function afterOthers<Fields extends object>(
  now: RecordDraft<Fields>,
  theirs: Versioned<Fields>,
): RecordDraft<Fields> {
  const { merged, clashes } = mergeDrafts(now.base.fields, shownFields(now), theirs.fields)
  return { base: theirs, draft: merged, clashes }
}
