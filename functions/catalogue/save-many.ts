import type { Actor } from '#platform/actor'
import type { PlannedChange } from '#platform/audit/plan-change'
import type { Language } from '#shared/languages'
import type { SaveVerdicts } from '#shared/prices'
import { Problem, problemSentence } from '#shared/problems'

const MOST_TRIES = 5

/** Saves one thing after another, each by itself: a verdict for each, refusals with a sentence. */
export async function saveMany<Input>(
  actor: Actor,
  language: Language,
  inputs: readonly Input[],
  keyOf: (input: Input) => string,
  plan: (input: Input) => Promise<PlannedChange>,
): Promise<SaveVerdicts> {
  const items: SaveVerdicts['items'] = []
  for (const input of inputs)
    items.push({ key: keyOf(input), ...(await verdictOf(actor, language, () => plan(input))) })
  return { items }
}

async function verdictOf(
  actor: Actor,
  language: Language,
  plan: () => Promise<PlannedChange>,
): Promise<Omit<SaveVerdicts['items'][number], 'key'>> {
  for (let tries = 1; ; tries++) {
    try {
      const planned = await plan()
      await planned.commit(actor)
      return { verdict: planned.verdict }
    } catch (error) {
      if (!(error instanceof Problem) || error.code === 'request.busy') throw error
      if (error.code === 'request.changed_meanwhile' && tries < MOST_TRIES) continue
      const { code, facts } = error
      return {
        verdict: 'refused',
        code,
        facts: { ...facts },
        message: problemSentence(code, facts, language),
      }
    }
  }
}
