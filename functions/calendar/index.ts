// Order cycles: when the window of a batch opens and closes.
export { currentCycle, viewOfCycle } from './current-cycle.ts'
export { type Cycle, cycleIdOf, cycleKey, partsOfCycleId, readCycle } from './cycle-store.ts'
export { listCycles } from './list-cycles.ts'
export { saveCycle } from './save-cycle.ts'
