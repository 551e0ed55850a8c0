// Orders: placed once, changed and cancelled as new versions, within their window.
export { buyerSettingsKey } from './buyer-settings-store.ts'
export { changeOrder } from './change-order.ts'
export { closeCustomerCycle } from './close-customer-cycle.ts'
export { cycleUseKey, readCycleUse } from './cycle-use-store.ts'
export { findOrder } from './find-order.ts'
export { hasItsOrder } from './has-its-order.ts'
export {
  type Head,
  headKey,
  lastOrderChange,
  lastPlacedAt,
  ordersHoldingMoney,
  ordersOfCustomer,
  ordersSince,
  placedLast,
  readHead,
} from './head-store.ts'
export { lineOffer, productsToMend } from './judge-lines.ts'
export { spendingKeys, spendingRefusals } from './judge-spending.ts'
export { LeftOutOfEvent } from './left-out.ts'
export { listUnitOrders, listWholeOrders, type WholeUnitOrder } from './list-orders.ts'
export { mayOrder } from './may-order.ts'
export { missingFunds, missingOf } from './missing-funds.ts'
export { changedLines } from './order-changes.ts'
export { type OrderContext, readOrderContext } from './order-context.ts'
export { type OrderInShort, orderInShort, orderSummary, subjectOfOrder } from './order-in-short.ts'
export { storedLines, taxingOf, totalOf } from './order-plan.ts'
export { namesOfGone } from './ordered-products.ts'
export { placeOrder } from './place-order.ts'
export { previewOrder, productsOfLines } from './preview-order.ts'
export { type PastOrder, type PlannedOrder, planPastOrders, recordPastOrder } from './record-past-order.ts'
export { isPastOrderAsLeft, removePastOrder } from './remove-past-order.ts'
export { getBuyerSettings, saveBuyerSettings, toldOfBuyerSettings } from './save-buyer-settings.ts'
export { type SettledOrder, settleOrder } from './settle-order.ts'
export { showDemand } from './show-demand.ts'
export { showLimits } from './show-limits.ts'
export { showPastQuantities } from './show-past-quantities.ts'
export { showSpending } from './show-spending.ts'
export { firstVersionKey, oncePart, readVersion, versionKey } from './version-store.ts'
export { forgetDevices, type ShopOrders, whatShopsOrdered } from './what-shops-ordered.ts'
export { earlierVersions, wholeOrders } from './whole-orders.ts'
