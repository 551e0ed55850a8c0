// What looks odd in closed cycles: evidence for staff, from which nothing follows by itself.
export { countOddities } from './count-oddities.ts'
export { listOddities } from './list-oddities.ts'
export { lookRuns } from './look-over-cycle.ts'
export { oddityKey } from './oddity-store.ts'
export { onCycleClosed, startLook } from './on-cycle-closed.ts'
export { toldOfOddity } from './review-oddity.ts'
export { thresholdsKey } from './threshold-store.ts'
export { getThresholds } from './thresholds.ts'
