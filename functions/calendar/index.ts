// Order cycles: when the window of a batch opens and closes, by the company's order plan.
export { currentCycle, cycleBefore, viewOfCycle } from './current-cycle.ts'
export { isOfEveryOtherWeek, momentWithin } from './cycle-rules.ts'
export {
  type Cycle,
  cycleIdOf,
  cycleKey,
  earliestCycle,
  partsOfCycleId,
  readCycle,
  storedCycle,
} from './cycle-store.ts'
export { cycleStepWrite, dueCycles } from './due-cycles.ts'
export { keepBatchesOfPlan } from './keep-batches-of-plan.ts'
export { layOutCycles } from './lay-out-cycles.ts'
export { listCycles } from './list-cycles.ts'
export { getOrderPlan, saveOrderPlan } from './order-plan.ts'
export { planKey as orderPlanKey } from './plan-store.ts'
export { saveCycle } from './save-cycle.ts'
