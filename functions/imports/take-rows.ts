import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '#platform/actor'
import { sideBySide } from '#platform/side-by-side'
import { tryAgain } from '#platform/storage/try-again'
import type { World } from '#platform/world'
import type { RowVerdict } from '#shared/imports'
import { Problem } from '#shared/problems'
import { commitTogether } from './commit-together.ts'
import type { FileKind, Judgement, OpenKind, RowGroup } from './file-kind.ts'
import { refusedRows } from './import-rows.ts'
import { verdictsOf } from './preview-import.ts'

/** A file that is being applied, and what its preview showed of each row. */
export type Taking = {
  world: World
  kind: FileKind
  work: OpenKind
  actor: Actor
  shown: ReadonlyMap<number, RowVerdict>
}

type Taken = Map<number, RowVerdict[]>
type Judged = Array<Judgement | undefined>

/** Takes groups as the preview showed them: in as few transactions as may be, then what is left side by side, but those of
 * one sequence one after the other. What became of each, by its first row. */
export async function takeRows(taking: Taking, groups: readonly RowGroup[]): Promise<Taken> {
  const { kind, work } = taking
  const judged: Judged = await work.judge(groups)
  const sequences = Map.groupBy(groups.keys(), (at) => {
    const [cells = {}] = groups[at]?.rows ?? []
    return kind.sequenceOf?.(cells) || at
  })
  const firsts = [...sequences.values()].flatMap(([at]) => at ?? [])
  const taken: Taken = new Map()
  // What was refused together with others, or is behind others of its sequence, is judged anew.
  const fresh = new Set(firsts)
  for (const at of await takeBundled(taking, groups, judged, firsts, taken)) fresh.delete(at)
  await sideBySide(sequences.values(), kind.parallel, async (places) => {
    for (const at of places) {
      const group = groups[at]
      if (!group || taken.has(group.first)) continue
      const judgement = fresh.has(at) ? judged[at] : (await work.judge([group]))[0]
      taken.set(group.first, await takeOne(taking, group, judgement))
    }
  })
  return taken
}

/** Takes what may be taken together with others; answers the places of all that it tried. */
async function takeBundled(
  { world, kind, actor, shown }: Taking,
  groups: readonly RowGroup[],
  judged: Judged,
  places: readonly number[],
  taken: Taken,
): Promise<number[]> {
  const tried = places.flatMap((at) => {
    const [group, judgement] = [groups[at], judged[at]]
    if (!group || !judgement || judgement.verdict === 'refused' || !judgement.writes) return []
    return settled(shown, group, judgement) ? [] : [{ at, group, judgement, writes: judgement.writes }]
  })
  const changes = tried.map(({ writes }) => writes)
  const made = await commitTogether(world, actor, changes, kind.parallel)
  for (const [turn, { group, judgement }] of tried.entries()) {
    if (made[turn]) taken.set(group.first, verdictsOf(group, keyShown(shown, group), judgement))
  }
  return tried.map(({ at }) => at)
}

async function takeOne(
  { work, actor, shown }: Taking,
  group: RowGroup,
  judged: Judgement | undefined,
): Promise<RowVerdict[]> {
  const key = keyShown(shown, group)
  const take = async (tries: number) => {
    const judgement = tries === 1 ? judged : (await work.judge([group]))[0]
    if (!judgement) return []
    const verdicts = settled(shown, group, judgement)
    if (verdicts || judgement.verdict === 'refused') return verdicts ?? []
    await judgement.commit(actor)
    return verdictsOf(group, key, judgement)
  }
  try {
    return await tryAgain(take, { races: ['accounts.changed_meanwhile', 'request.changed_meanwhile'] })
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'request.busy') throw error
    return refusedRows(group, key, [{ code: error.code, facts: error.facts }])
  }
}

/** What became of a group of which nothing is to be committed; undefined when it is. */
function settled(shown: Taking['shown'], group: RowGroup, judgement: Judgement): RowVerdict[] | undefined {
  const before = shown.get(group.first)
  const key = keyShown(shown, group)
  if (!before) return []
  if (judgement.verdict === 'refused') return refusedRows(group, key, judgement.problems)
  // The work of a process that died before it could say so.
  const isDone = judgement.verdict === 'unchanged' && judgement.version === before.version
  if (isDone) return asShown(group, shown)
  if (isAsShown(before, judgement)) return undefined
  return refusedRows(group, key, [{ code: 'imports.changed_since_preview' }])
}

/** The rows of a group as the preview showed them. */
export function asShown(group: RowGroup, shown: Taking['shown']): RowVerdict[] {
  return group.rows.flatMap((_, at) => shown.get(group.first + at) ?? [])
}

function keyShown(shown: Taking['shown'], { first }: RowGroup): string {
  return shown.get(first)?.key ?? ''
}

function isAsShown(shown: RowVerdict, now: Exclude<Judgement, { verdict: 'refused' }>): boolean {
  if (now.verdict !== shown.verdict) return now.verdict === 'unchanged'
  return isDeepStrictEqual(now.changes, shown.verdict === 'changed' ? (shown.changes ?? {}) : now.changes)
}
