import type { CycleDemand } from '#shared/demand'
import { query, read } from '../../api.ts'

/** The filters of what was wanted in a cycle, as the page's address keeps them. */
export const demandFilters = ['cycleId', 'unitPath', 'text', 'short', 'sort'] as const
export type DemandFilters = Readonly<Record<(typeof demandFilters)[number], string>>

/** What was wanted in a cycle under a unit. */
export function demandQuery(cycleId: string, unitPath: string) {
  return {
    queryKey: ['demand', cycleId, unitPath],
    queryFn: () => read<CycleDemand>(`/cycles/${cycleId}/demand${query({ unitPath })}`),
  }
}
