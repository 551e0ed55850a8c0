// Orders: placed once, changed and cancelled as new versions, within their window.
export { buyerSettingsKey } from './buyer-settings-store.ts'
export { changeOrder } from './change-order.ts'
export { closeCustomerCycle } from './close-customer-cycle.ts'
export { closeDueCycles } from './close-due-cycles.ts'
export { closingRuns } from './closing-runs.ts'
export { countShops, onShopCounted } from './count-shop.ts'
export { listUnitOrders, listWholeOrders, type WholeUnitOrder } from './list-orders.ts'
export { listShopsWaitedFor, progressLookers } from './list-shops-waited-for.ts'
export { listKey as orderListKey, storedList as storedOrderList } from './list-store.ts'
export { changedLines } from './order-changes.ts'
export {
  type OrderInShort,
  orderInShort,
  orderSummary,
  subjectOfOrder,
} from './order-in-short.ts'
export { missingFunds, obligationsOfOrders } from './order-obligations.ts'
export { placeOrder } from './place-order.ts'
export { previewOrder, productsOfLines } from './preview-order.ts'
export { type PastOrder, type PlannedOrder, planPastOrders, recordPastOrder } from './record-past-order.ts'
export { isPastOrderAsLeft, removePastOrder } from './remove-past-order.ts'
export { getBasket, saveBasket } from './save-basket.ts'
export { getBuyerSettings, saveBuyerSettings, toldOfBuyerSettings } from './save-buyer-settings.ts'
export { getOrderLists, toldOfList } from './save-order-list.ts'
export { getStandingDraft, saveStandingDraft } from './save-standing-draft.ts'
export { getStock } from './save-stock.ts'
export { onMoneyChanged } from './settle-waiting.ts'
export { showDemand } from './show-demand.ts'
export { limitReaders, showLimits } from './show-limits.ts'
export { showSpending } from './show-spending.ts'
export { standingDraftKey } from './standing-draft-store.ts'
export { earlierVersions, wholeOrders } from './whole-orders.ts'
