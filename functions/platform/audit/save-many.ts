// Many changes in one request, each by itself: one that is refused holds up no other.
import type { Language } from '#shared/languages'
import type { SaveVerdicts } from '#shared/prices'
import { Problem, problemSentence } from '#shared/problems'
import type { Actor } from '../actor.ts'
import { tryAgain } from '../storage/try-again.ts'
import type { PlannedChange } from './plan-change.ts'

type Plan = Pick<PlannedChange, 'verdict' | 'commit'>

/** Saves one thing after another, each by itself: a verdict for each, refusals with a sentence. */
export async function saveMany<Input>(
  actor: Actor,
  language: Language,
  inputs: readonly Input[],
  keyOf: (input: Input) => string,
  plan: (input: Input) => Promise<Plan>,
): Promise<SaveVerdicts> {
  const items: SaveVerdicts['items'] = []
  for (const input of inputs)
    items.push({ key: keyOf(input), ...(await verdictOf(actor, language, () => plan(input))) })
  return { items }
}

/** Plans and saves, and plans anew while someone else is quicker; only for changes that were made from no version. */
export function saveOne(actor: Actor, plan: () => Promise<Plan>): Promise<PlannedChange['verdict']> {
  const save = async () => {
    const planned = await plan()
    await planned.commit(actor)
    return planned.verdict
  }
  return tryAgain(save, { races: ['request.changed_meanwhile', 'accounts.changed_meanwhile'] })
}

async function verdictOf(
  actor: Actor,
  language: Language,
  plan: () => Promise<Plan>,
): Promise<Omit<SaveVerdicts['items'][number], 'key'>> {
  try {
    return { verdict: await saveOne(actor, plan) }
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'request.busy') throw error
    const { code, facts } = error
    return { verdict: 'refused', code, facts: { ...facts }, message: problemSentence(code, facts, language) }
  }
}
