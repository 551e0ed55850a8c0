import * as z from 'zod'
import { ProductIdField } from '#shared/catalogue'

/** What the event of a standing draft that was placed says of its refused lines. */
export const LeftOutOfEvent = z.object({
  leftOut: z.array(z.object({ productId: ProductIdField, code: z.string() })),
})
