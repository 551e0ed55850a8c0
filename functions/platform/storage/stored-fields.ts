// Fields that stored items of several rooms have alike.
import * as z from 'zod'

/** An `Instant` as it is stored. */
export const InstantField = z.templateLiteral([z.string(), 'T', z.string(), 'Z'])

/** Who acted, as an `ActorMark`: ids only. */
export const ActorMarkField = z.object({
  kind: z.enum(['member', 'staff', 'client', 'system', 'nobody']),
  id: z.string(),
})
