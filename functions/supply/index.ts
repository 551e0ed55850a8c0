// What is released for a cycle: limits by grade, and first-come goods that many take from at once.
export { changeLimits, judgeLimits, limitsOfProduct } from './change-limits.ts'
export { counterKeys, givenInCounters, leftInCounters } from './first-come-store.ts'
export { limitsOfShop, type ShopLimit } from './limits-of-shop.ts'
export type { LimitChange, LimitVerdict } from './release-rules.ts'
export { type Release, readRelease, releaseKey, storedRelease } from './release-store.ts'
export { countsOf, type ReleasePlan, releaseSupply } from './release-supply.ts'
export {
  type CustomerSupply,
  firstComeOf,
  showRemainingSupply,
  supplyOfCustomer,
} from './supply-of-customer.ts'
export { closeUnusedCounter, releasedAt, returnTotal, takeReleaseBack } from './take-release-back.ts'
export { lookAtShards, type ShardsSeen, type SupplyChanges, takeSupply } from './take-supply.ts'
