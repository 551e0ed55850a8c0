// Order cycles: when the window of a batch opens and closes, by the company's order plan.
export { currentCycle, viewOfCycle } from './current-cycle.ts'
export { momentWithin } from './cycle-rules.ts'
export { type Cycle, cycleIdOf, cycleKey, partsOfCycleId, readCycle, storedCycle } from './cycle-store.ts'
export { cycleStepWrite, dueCycles } from './due-cycles.ts'
export { layOutCycles } from './lay-out-cycles.ts'
export { listCycles } from './list-cycles.ts'
export { getOrderPlan, saveOrderPlan } from './order-plan.ts'
export { saveCycle } from './save-cycle.ts'
