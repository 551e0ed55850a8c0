import type { ProductId } from './ids.ts'
import type { Text } from './languages.ts'
import type { OrderProblemCode } from './problem-lists/orders.ts'

export type AskedLine = { productId: ProductId; quantity: number }

/** So much of a product, as a sentence names it. */
export type NamedQuantity = { name: Text; quantity: number }

/** One broken rule. `facts.nearest` are the quantities next to the asked one that this
 * line's rules accept, best first. */
export type Refusal = {
  code: OrderProblemCode
  line?: number
  productId?: ProductId
  facts: Record<string, number | string | boolean | number[] | NamedQuantity[] | Text> & {
    nearest?: number[]
  }
}
