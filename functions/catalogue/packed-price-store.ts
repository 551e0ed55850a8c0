import * as z from 'zod'
import { BusinessDateField } from '#shared/accounts'
import type { PriceRow } from '#shared/price-rules'

/** A price row with short names: f from, u until, b breaks as [at least, price], n minimum, m multiple. */
export const packedRow = z.object({
  f: BusinessDateField.optional(),
  u: BusinessDateField.optional(),
  b: z.array(z.tuple([z.number().int(), z.number().int()])).optional(),
  n: z.number().int().optional(),
  m: z.number().int().optional(),
})
export type PackedRow = z.infer<typeof packedRow>

export function packRow({ from, until, breaks, minimum, multiple }: PriceRow): PackedRow {
  return {
    ...(from && { f: from }),
    ...(until && { u: until }),
    ...(breaks && { b: breaks.map(({ atLeast, price }): [number, number] => [atLeast, price]) }),
    ...(minimum !== undefined && { n: minimum }),
    ...(multiple !== undefined && { m: multiple }),
  }
}

/** The row without the fields that it does not have. */
export function unpackRow({ f, u, b, n, m }: PackedRow) {
  return {
    ...(f && { from: f }),
    ...(u && { until: u }),
    ...(b && { breaks: b.map(([atLeast, price]) => ({ atLeast, price })) }),
    ...(n !== undefined && { minimum: n }),
    ...(m !== undefined && { multiple: m }),
  }
}
