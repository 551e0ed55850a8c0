import type { OrderId } from '#shared/ids'
import type { Objection, ObjectionOfOrder, SettleObjection } from '#shared/objections'
import type { CorrectOrder, Order } from '#shared/orders'
import { newKey, read, write } from '../../api.ts'

export function readObjection(orderId: OrderId): Promise<ObjectionOfOrder> {
  return read(`/orders/${orderId}/objection`)
}

export function raiseObjection(orderId: OrderId, reason: string): Promise<Objection> {
  return write('POST', `/orders/${orderId}/objection`, { body: { reason }, key: newKey() })
}

export function settleObjection(orderId: OrderId, body: SettleObjection): Promise<Objection> {
  return write('POST', `/orders/${orderId}/objection/settlement`, { body })
}

export function correctOrder(orderId: OrderId, version: number, body: CorrectOrder): Promise<Order> {
  return write('POST', `/orders/${orderId}/correction`, { body, version })
}
