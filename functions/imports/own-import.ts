import type { Actor } from '#platform/actor'
import type { World } from '#platform/world'
import type { ImportId } from '#shared/ids'
import { type ImportKind, importersOf, importKinds, kindsBroughtBy } from '#shared/import-words'
import { type Language, languages } from '#shared/languages'
import { Problem } from '#shared/problems'
import { importTexts } from '#shared/texts/imports'
import { roleTexts } from '#shared/texts/people'
import { type Import, storedImport } from './import-store.ts'

/** The kinds of files that an actor brings in: staff by their roles, machines and the product itself all of them. */
export function kindsOf(actor: Actor): readonly ImportKind[] {
  if (actor.kind === 'client' || actor.kind === 'system') return importKinds
  return actor.kind === 'staff' ? kindsBroughtBy(actor.grants) : []
}

/** Throws `identity.not_allowed` for an actor who brings in files of no kind. */
export function refuseNonImporter(actor: Actor): void {
  const brings =
    actor.kind === 'client' ? actor.scopes.includes('master-data.write') : kindsOf(actor).length > 0
  if (!brings) throw new Problem('identity.not_allowed')
}

/** Throws `imports.kind_of_others`, which says whose it is, where an actor does not bring in files of this kind. */
export function refuseKind(actor: Actor, kind: ImportKind): void {
  if (kindsOf(actor).includes(kind)) return
  const [zh, en] = languages.map((language) => importersIn(kind, language))
  throw new Problem('imports.kind_of_others', { kind: importTexts[kind], who: { zh, en } })
}

/** An import of a kind that the actor brings in; any other one is as good as absent. Throws `imports.import_not_found`. */
export async function ownImport(world: World, actor: Actor, importId: ImportId): Promise<Import> {
  const found = await storedImport(world.table, importId)
  if (!kindsOf(actor).includes(found.kind)) throw new Problem('imports.import_not_found')
  return found
}

function importersIn(kind: ImportKind, language: Language): string {
  const names = importersOf[kind].map((role) => roleTexts[role][language])
  return names.join(language === 'zh' ? '、' : ', ')
}
