import { useState } from 'react'
import type { OrderPlan, StoredPlan } from '#shared/calendar'
import { keep, readKept } from '../../kept.ts'

const PLACE = 'form order-plan'

type PlanDraft = { plan: OrderPlan; going: readonly string[]; workdays: string; reason: string }

/** What is typed into the order plan: it outlives a reload of the page, as long as the version stands that it was made
 * from. */
export function usePlanDraft({ plan, version }: StoredPlan) {
  const start: PlanDraft = { plan, going: [], workdays: plan.workdays.join(' '), reason: '' }
  const [restored] = useState(() => keptDraft(version))
  const [now, setNow] = useState<{ draft: PlanDraft; isRestored: boolean }>(() => {
    return { draft: restored ?? start, isRestored: restored !== undefined }
  })
  return {
    ...now,
    set: (changes: Partial<PlanDraft>) => {
      const draft = { ...now.draft, ...changes }
      setNow({ draft, isRestored: false })
      keep(PLACE, JSON.stringify({ draft, version }))
    },
    /** Back to what is stored. */
    forget: () => {
      setNow({ draft: start, isRestored: false })
      keep(PLACE, undefined)
    },
  }
}

function keptDraft(version: number): PlanDraft | undefined {
  try {
    const kept: { draft: PlanDraft; version: number } | null = JSON.parse(readKept(PLACE) ?? 'null')
    return kept?.version === version ? kept.draft : undefined
  } catch {
    return undefined
  }
}
