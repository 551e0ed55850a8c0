import * as z from 'zod'

export const CycleIdField = z.templateLiteral([
  'cyc_',
  z.string().regex(/^[a-z]{2,10}(-[0-9])?-\d{4}-\d{2}-\d{2}$/),
])

/** An order cycle of one batch. `[opensAt, closesAt)` in UTC; `now` is the server's clock at the answer. */
export const CycleView = z
  .object({
    cycleId: CycleIdField,
    batch: z.string(),
    date: z.string(),
    opensAt: z.string(),
    closesAt: z.string(),
    isOpen: z.boolean(),
    now: z.string(),
  })
  .meta({ id: 'Cycle' })
export type CycleView = z.infer<typeof CycleView>
