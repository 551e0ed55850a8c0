import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OrderPlan, PlanPreview, StoredPlan } from '#shared/calendar'
import { planQuery, previewPlan, savePlan } from './calendar-queries.ts'

type Asked = { plan: OrderPlan; reason: string }

/** Saves a plan; one that would change windows which shops know already is looked at first. */
export function useSavingPlan({ version }: StoredPlan, onSaved: (kept: StoredPlan) => void) {
  const queries = useQueryClient()
  const [looked, setLooked] = useState<{ asked: Asked; preview: PlanPreview }>()
  const saving = useMutation({
    mutationFn: ({ plan, reason }: Asked) => savePlan(plan, reason, version),
    onSuccess: (kept) => {
      queries.setQueryData(planQuery.queryKey, kept)
      onSaved(kept)
      return queries.invalidateQueries({ queryKey: ['cycles'] })
    },
    onSettled: () => setLooked(undefined),
  })
  const looking = useMutation({
    mutationFn: ({ plan }: Asked) => previewPlan(plan),
    onSuccess: (preview, asked) => {
      if (preview.items.length === 0) saving.mutate(asked)
      else setLooked({ asked, preview })
    },
  })
  return {
    ask: (asked: Asked) => {
      saving.reset()
      looking.mutate(asked)
    },
    preview: looked?.preview,
    confirm: () => looked && saving.mutate(looked.asked),
    leave: () => setLooked(undefined),
    isSaving: saving.isPending,
    isBusy: looking.isPending || saving.isPending,
    error: looking.error ?? saving.error,
  }
}
