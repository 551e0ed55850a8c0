// What people search by, in a header: it may be a phone number or a name, and addresses end up in logs and histories.
import * as z from 'zod'
import { refuseBadInput } from './bad-input.ts'
import type { PortalContext } from './context.ts'

const HEADER = 'search-text'

/** The header of a list that finds people or what they are reached by. */
export const SearchTextHeader = z.object({
  [HEADER]: z
    .string()
    .max(2000)
    .optional()
    .describe('What to find, as UTF-8 with percent signs (`encodeURIComponent`); never in the address.'),
})

/** The text to find, within its bounds in characters; undefined where none is given and none is needed.
 * Throws `request.invalid`. */
export function searchTextOf(
  context: PortalContext,
  { least = 0, most }: { least?: number; most: number },
): string | undefined {
  const given = context.req.header(HEADER)
  if (given === undefined && least === 0) return undefined
  const schema = z.object({ [HEADER]: z.string().trim().min(least).max(most) })
  const result = schema.safeParse({ [HEADER]: decoded(given) })
  refuseBadInput(result, context)
  return result.data?.[HEADER]
}

function decoded(given: string | undefined): string | undefined {
  try {
    return given === undefined ? undefined : decodeURIComponent(given)
  } catch {
    return undefined
  }
}
