/** The prefix of each kind of id: an id says in a log what it names. */
export const idPrefixes = {
  customer: 'cus',
  person: 'per',
  product: 'prd',
  order: 'ord',
  event: 'evt',
  job: 'job',
  session: 'ses',
  cycle: 'cyc',
  request: 'req',
  import: 'imp',
  list: 'lst',
  message: 'msg',
  approval: 'apr',
} as const

export type IdKind = keyof typeof idPrefixes
export type Id<Kind extends IdKind> = `${(typeof idPrefixes)[Kind]}_${string}`

export type CustomerId = Id<'customer'>
export type PersonId = Id<'person'>
export type ProductId = Id<'product'>
export type OrderId = Id<'order'>
export type EventId = Id<'event'>
export type JobId = Id<'job'>
export type RequestId = Id<'request'>
export type CycleId = Id<'cycle'>
export type ImportId = Id<'import'>
export type MessageId = Id<'message'>
export type ApprovalId = Id<'approval'>

/** True when `value` is an id of this kind.
 * @example isId('customer', 'cus_0123456789ABCDEF') // true */
export function isId<Kind extends IdKind>(kind: Kind, value: unknown): value is Id<Kind> {
  return (
    typeof value === 'string' &&
    value.startsWith(`${idPrefixes[kind]}_`) &&
    /^[a-z]{3}_[0-9A-Za-z-]{1,60}$/.test(value)
  )
}

/** Puts the prefix of `kind` before `bare`. */
export function idOf<Kind extends IdKind>(kind: Kind, bare: string): Id<Kind> {
  return `${idPrefixes[kind]}_${bare}`
}

/** An id without its prefix, as keys and hot items hold it. */
export function bareId(id: string): string {
  return id.slice(id.indexOf('_') + 1)
}

/** An order's id names its customer and its running number, so its partition is known from the id alone.
 * @example orderIdOf('cus_0123456789ABCDEF', 27) // 'ord_0123456789ABCDEF-27' */
export function orderIdOf(customerId: CustomerId, runningNumber: number): OrderId {
  return idOf('order', `${bareId(customerId)}-${runningNumber}`)
}

/** The customer and the running number within an order id; undefined when it is not one. */
export function partsOfOrderId(
  orderId: string,
): { customerId: CustomerId; runningNumber: number } | undefined {
  const match = /^ord_([0-9A-Z]{16})-([1-9][0-9]{0,7})$/.exec(orderId)
  if (!match?.[1] || !match[2]) return undefined
  return { customerId: idOf('customer', match[1]), runningNumber: Number(match[2]) }
}
