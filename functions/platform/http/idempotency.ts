// The Idempotency-Key of a create, and the version that a change was made from.
import * as z from 'zod'
import { Problem } from '#shared/problems'
import { fingerprint } from '../new-id.ts'
import type { Once } from '../once.ts'
import type { PortalContext } from './context.ts'

/** The header of every create: the same key with the same body is the same create. */
export const IdempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe(
      'Required. A new one for each create; the same one to repeat it. Any other write may carry one.',
    ),
})

export const IfMatchHeader = z.object({
  'if-match': z
    .string()
    .max(40)
    .optional()
    .describe('Required of people. The version the change was made from, as `"3"`; `"0"` for a new one.'),
})

/** The key of a create; throws `request.key_missing`. */
export function onceOf(context: PortalContext, body: unknown): Once {
  const key = context.req.header('idempotency-key')
  if (!key || key.length > 200) throw new Problem('request.key_missing')
  return { key, fingerprint: fingerprint(body) }
}

/** The version named by If-Match; throws `request.version_missing`. */
export function versionOf(context: PortalContext): number {
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(context.req.header('if-match') ?? '')?.[1]
  if (version === undefined) throw new Problem('request.version_missing')
  return Number(version)
}

/** The version a person's change was made from; machines may leave it out, and then put in what holds now.
 * Throws `request.version_missing`. */
export function versionOfPerson(context: PortalContext): number | undefined {
  const isLeftOut = context.req.header('if-match') === undefined && context.get('actor').kind === 'client'
  return isLeftOut ? undefined : versionOf(context)
}

/** The ETag of a version. */
export function etagOf(version: number): string {
  return `"${version}"`
}
