// Closings: a cycle closed shop by shop, its standing drafts placed, its orders settled and reported.
export { awaitsOwner } from './awaits-owner.ts'
export { closeDueCycles } from './close-due-cycles.ts'
export { closingRuns } from './closing-runs.ts'
export { onMoneyChanged } from './settle-waiting.ts'
export { type Note, noteKey, noteWrite, readNote } from './told-note-store.ts'
