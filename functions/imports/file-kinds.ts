import type { ImportKind } from '#shared/import-words'
import { balanceFile } from './balance-file.ts'
import { customerFile } from './customer-file.ts'
import type { FileKind } from './file-kind.ts'
import { limitFile } from './limit-file.ts'
import { orderFile } from './order-file.ts'
import { priceFile } from './price-file.ts'
import { productFile } from './product-file.ts'

/** How each kind of file is read. */
export const fileKinds: Readonly<Record<ImportKind, FileKind>> = {
  customers: customerFile,
  products: productFile,
  prices: priceFile,
  limits: limitFile,
  balances: balanceFile,
  orders: orderFile,
}
