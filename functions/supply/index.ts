// What is released for a cycle: limits by grade, and first-come goods that many take from at once.
export { changeLimits, type LimitChange, limitsOfProduct } from './change-limits.ts'
export { counterKeys, leftInCounters } from './first-come-store.ts'
export { limitsOfShop, type ShopLimit } from './limits-of-shop.ts'
export { type Release, readRelease, releaseKey, storedGradeLimits, storedRelease } from './release-store.ts'
export { countsOf, type ReleasePlan, releaseSupply } from './release-supply.ts'
export { type CustomerSupply, showRemainingSupply, supplyOfCustomer } from './supply-of-customer.ts'
export { closeUnusedCounter, releasedAt, takeReleaseBack } from './take-release-back.ts'
export { lookAtShards, type ShardsSeen, type SupplyChanges, takeSupply } from './take-supply.ts'
