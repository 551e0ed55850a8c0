// Orders: placed once, changed and cancelled as new versions, within their window.
export { closeCustomerCycle } from './close-customer-cycle.ts'
export { listUnitOrders } from './list-orders.ts'
export { orderInShort } from './order-in-short.ts'
export { placeOrder } from './place-order.ts'
export { type PastOrder, type PlannedOrder, planPastOrders, recordPastOrder } from './record-past-order.ts'
export { isPastOrderAsLeft, removePastOrder } from './remove-past-order.ts'
export { getBasket } from './save-basket.ts'
export { wholeOrders } from './whole-orders.ts'
