import * as z from 'zod'

const PAGE_LIMIT_MOST = 100
const PAGE_LIMIT_USUAL = 20

/** The query of every list: how many, and where the page before ended. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT_MOST).default(PAGE_LIMIT_USUAL),
  cursor: z.string().max(2000).optional(),
})
export type PageQuery = z.infer<typeof PageQuery>

/** One page of a list; `nextCursor` is absent on the last one. */
export type Page<Item> = { items: Item[]; nextCursor?: string }

/** The schema of a page of `item`. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().optional() })
}
