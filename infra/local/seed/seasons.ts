// How ordering swells and ebbs over the year.
import type { BusinessDay } from './demonstration-company.ts'

// January to December. Shops stock up before the Spring Festival and the autumn holidays; building rests in winter.
const RETAIL_BY_MONTH = [1.3, 1.1, 0.9, 0.92, 0.98, 0.95, 0.92, 0.96, 1.12, 1.05, 0.98, 1.08]
const BUILDING_BY_MONTH = [0.7, 0.55, 1.05, 1.15, 1.15, 1.1, 1, 0.95, 1.15, 1.15, 1.1, 0.95]

/** How much more than usual is ordered on this day; 1 is as usual. */
export function retailSeason(day: BusinessDay): number {
  return RETAIL_BY_MONTH[monthOf(day) - 1] ?? 1
}

/** The same for electrical goods. */
export function buildingSeason(day: BusinessDay): number {
  return BUILDING_BY_MONTH[monthOf(day) - 1] ?? 1
}

function monthOf(day: BusinessDay): number {
  return Number(day.slice(5, 7))
}
