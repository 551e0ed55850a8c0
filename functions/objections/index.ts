// What shops have against orders that were placed in their name, and how staff settle it.
export { storedObjection } from './objection-store.ts'
export { objectionsUntil, raiseObjection } from './raise-objection.ts'
export { listObjections, objectionsOfCustomer } from './show-objections.ts'
