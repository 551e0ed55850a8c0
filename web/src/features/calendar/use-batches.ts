import { useQuery } from '@tanstack/react-query'
import type { BatchPlan } from '#shared/calendar'
import type { Language } from '#shared/languages'
import { useSay } from '../../components/language-context.ts'
import { batchName } from './batch-name.ts'
import { planQuery } from './calendar-queries.ts'

const NAMES_LAST_MILLISECONDS = 600_000

/** The name of a batch by the order plan, for staff; made from its code until the plan is read. */
export function useBatchName(): (batch: string) => string {
  const { language } = useSay()
  const batches = useBatches()
  return (batch) => batches.find((one) => one.batch === batch)?.name[language] || batchName(batch, language)
}

/** The batches of the order plan to choose from, with the one that stands, should the plan not know it. */
export function useBatchOptions(now = ''): Array<{ value: string; name: string }> {
  const { language } = useSay()
  return batchOptions(useBatches(), language, now)
}

/** Batches as the options of a field. */
export function batchOptions(
  batches: ReadonlyArray<Pick<BatchPlan, 'batch' | 'name'>>,
  language: Language,
  now: string,
): Array<{ value: string; name: string }> {
  const options = batches.map(({ batch, name }) => ({ value: batch, name: name[language] || batch }))
  const isKnown = now === '' || batches.some(({ batch }) => batch === now)
  return isKnown ? options : [{ value: now, name: batchName(now, language) }, ...options]
}

function useBatches(): readonly BatchPlan[] {
  return useQuery({ ...planQuery, staleTime: NAMES_LAST_MILLISECONDS }).data?.plan.batches ?? []
}
